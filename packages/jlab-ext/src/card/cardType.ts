/** The MIME type of an activation's card. */
export const cardType = "application/vnd.tslinen.activation.v1+json";
