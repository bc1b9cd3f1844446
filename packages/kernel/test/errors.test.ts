import { describe, expect, it } from "vitest";
import { reportThrown } from "../src/cells/errors";
import { nodePlatform } from "../src/node/platform";
import { setPlatform } from "../src/platform";

setPlatform(nodePlatform);

describe("what an error report says", () => {
  it("keeps to the name and message of whatever is thrown", () => {
    expect(reportThrown(new RangeError("far"))).toMatchObject({ ename: "RangeError", evalue: "far" });
    expect(reportThrown(undefined)).toMatchObject({ ename: "Thrown", evalue: "undefined" });
    expect(reportThrown(Object.create(null))).toMatchObject({ ename: "Thrown" });
  });
});
