export * from "./colorbar";
export * from "./layout";
export * from "./savefig";
export * from "./suptitle";
