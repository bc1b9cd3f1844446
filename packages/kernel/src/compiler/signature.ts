import type { Snapshot } from "./project";
import { never } from "./completion";
import { ts } from "./typescript";

interface Parameter {
  start: number;
  end: number;
  documentation: string;
}

/** What a call can be given: its signatures, and which one and which parameter is being written. */
export interface SignatureHelp {
  signatures: { label: string; documentation: string; parameters: Parameter[] }[];
  active: number;
  parameter: number;
}

/** The signatures of the function whose arguments are at a position. */
export function signatureAt({ cell, program }: Snapshot, position: number): SignatureHelp | null {
  const help = ts.SignatureHelp.getSignatureHelpItems(program, cell, position, undefined, never);
  if (!help) return null;
  const signatures = help.items.map((item) => {
    let label = ts.displayPartsToString(item.prefixDisplayParts);
    const parameters = item.parameters.map(({ displayParts, documentation }, index) => {
      if (index > 0) label += ts.displayPartsToString(item.separatorDisplayParts);
      const start = label.length;
      label += ts.displayPartsToString(displayParts);
      return { start, end: label.length, documentation: ts.displayPartsToString(documentation) };
    });
    label += ts.displayPartsToString(item.suffixDisplayParts);
    return { label, documentation: ts.displayPartsToString(item.documentation), parameters };
  });
  return { signatures, active: help.selectedItemIndex, parameter: help.argumentIndex };
}
