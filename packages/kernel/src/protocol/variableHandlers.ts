import { detailOf, outlineOf } from "../cells/variables";
import { platform } from "../platform";
import type { Execution } from "./execution";
import type { Content } from "./message";
import type { Variable, VariablesAnswers, VariablesRequest } from "./variables";
import { Date, Promise } from "../originals";

/** How long variables are looked at before what has come in meanwhile is seen to, in milliseconds. */
const turn = 4;

/** Answers what front ends ask about variables. */
export class VariableHandlers {
  /**
   * @param execution - Knows the variables.
   * @param isBusy - Whether a cell runs, or waits to.
   */
  constructor(
    private readonly execution: Execution,
    private readonly isBusy: () => boolean,
  ) {}

  /** Answers a request; null if a cell has to run first. */
  async answer(content: Content): Promise<VariablesAnswers[keyof VariablesAnswers]> {
    if (this.isBusy()) return null;
    const request = content as VariablesRequest;
    return request.method === "variables" ? this.list() : this.value(request.name);
  }

  private async list(): Promise<Variable[] | null> {
    const list: Variable[] = [];
    let until = Date.now() + turn;
    for (const [name, value] of this.execution.variables()) {
      list.push({ name, ...outlineOf(value) });
      if (Date.now() < until) continue;
      await new Promise<void>((turned) => platform().soon(turned));
      if (this.isBusy()) return null;
      until = Date.now() + turn;
    }
    return list;
  }

  private async value(name: string): Promise<VariablesAnswers["value"]> {
    const found = this.execution.variables().find(([own]) => own === name);
    if (!found) throw new ReferenceError(`tslinen_request: no variable is called ${String(name)}`);
    return detailOf(found[1]);
  }
}
