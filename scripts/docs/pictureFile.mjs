/**
 * The file of a picture, by the name of what draws it: `plt.arrow` and the class `plt.Arrow` have different ones where
 * capitals make no difference, too.
 */
export const pictureFile = (namespace, name, number = 0) =>
  `${namespace}-${/^[A-Z]/.test(name) ? "class-" : ""}${name}${number > 0 ? `-${number}` : ""}.png`;
