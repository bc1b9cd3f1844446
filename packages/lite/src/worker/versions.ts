import type { Platform } from "@tslinen/kernel/dist/platform";

/** Written in by the build. */
declare const tslinenVersions: { kernel: string; typescript: string };

/** The versions of what is running. */
export const versions: Platform["versions"] = { ...tslinenVersions, host: "this browser" };
