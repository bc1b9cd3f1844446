export * from "./colorbar";
export * from "./figtext";
export * from "./layout";
export * from "./savefig";
export * from "./suptitle";
export * from "./figlegend";
