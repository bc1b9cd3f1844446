import type { Compiler, ConvertedAhead } from "../compiler/services";
import type { Platform } from "../platform";
import { codeHandlers, RunCells } from "./codeHandlers";
import type { Handlers } from "./handlers";
import { kernelInfo } from "./kernelInfo";
import type { Channel, Content, Draft, Header, Message, Outgoing } from "./message";
import { asksForVariables } from "./variables";

/** What a message answers or belongs to. */
type Parent = NonNullable<Draft["parent"]> & { channel?: Channel };

/** What a desk works with. */
export interface DeskParts {
  /** Sends a message to the front ends. */
  send(draft: Draft): void;
  /**
   * Hands a request on to where cells run.
   *
   * @param ahead - The request's cell, if it is compiled before it is asked for.
   */
  pass(message: Message, ahead?: Promise<ConvertedAhead | undefined>): void;
  /** Whether cells that are compiled before they are asked for are taken. Default: they are kept until they are. */
  takesAhead?: boolean;
  interrupt(): void;
  shutDown(): void;
  compiler: Compiler;
  versions: Platform["versions"];
  /** Answers requests to debug, where that can be done. */
  debug?(request: Content): Promise<Content>;
}

/**
 * Stands between the front ends and the thread of cells. It answers what needs no cell (kernel_info, interrupts,
 * shutdown, questions about code, debugging), even while a cell keeps the thread busy, and passes everything else on.
 */
export class Desk {
  private readonly ran = new RunCells();
  private readonly handlers: Handlers;
  private state: unknown = "starting";
  /** What the state belongs to. */
  private running?: Parent;

  constructor(private readonly parts: DeskParts) {
    const { compiler, debug } = parts;
    this.handlers = {
      ...codeHandlers(compiler, this.ran),
      ...(debug ? { debug_request: ({ content }) => debug(content) } : {}),
    };
  }

  /** Notes that the kernel can be reached. */
  open(): void {
    this.reply(undefined, "status", { execution_state: this.state });
    this.state = "idle";
  }

  /** Greets a front end, and tells it what state the kernel is in: nothing else might, for as long as it asks nothing. */
  welcome(topic: string): void {
    this.reply(undefined, "iopub_welcome", { subscription: topic });
    this.reply(undefined, "status", { execution_state: this.state });
  }

  /** Writes to the error stream of the running cell, if one is running. */
  tellCell(text: string): void {
    if (this.state === "busy") this.reply(this.running, "stream", { name: "stderr", text });
  }

  /** Takes note of a message that the thread of cells sends. */
  see({ channel, identities, dictionaries: [header, parent, , content] }: Outgoing): void {
    if (channel === "iopub" && identities[0] === "status") {
      this.state = (JSON.parse(content) as Content).execution_state;
      this.running = { identities: [], headerText: parent };
    }
    // An editor's questions depend on what has run.
    if (channel === "shell" && (JSON.parse(header) as Header).msg_type === "execute_reply") {
      this.ran.end((JSON.parse(parent) as Header).msg_id, (JSON.parse(content) as Content).status);
    }
  }

  /** Answers a request that the thread of cells has failed to answer. */
  fail(request: Message, reason: string): void {
    const type = request.header.msg_type;
    const evalue =
      `the kernel could not answer: ${reason}. A cell may have replaced something of the language that the kernel ` +
      "needs; if so, restart the kernel";
    const error = { ename: "KernelError", evalue, traceback: [`KernelError: ${evalue}`] };
    this.ran.end(request.header.msg_id, "error");
    if (type === "execute_request" || type.startsWith("comm_")) this.reply(request, "error", error);
    if (type.endsWith("_request")) {
      const count = type === "execute_request" ? { execution_count: 0, payload: [] } : {};
      this.reply(request, type.replace(/_request$/, "_reply"), { status: "error", ...error, ...count });
    }
    if (type === "tslinen_request") return;
    this.state = "idle";
    this.reply(request, "status", { execution_state: this.state });
  }

  /** Takes a request in. */
  receive(message: Message): void {
    switch (message.header.msg_type) {
      case "kernel_info_request":
        return this.answer(
          message,
          "kernel_info_reply",
          kernelInfo(this.parts.versions, this.parts.debug !== undefined),
        );
      case "interrupt_request":
        this.parts.interrupt();
        return this.answer(message, "interrupt_reply", { status: "ok" });
      case "shutdown_request":
        this.answer(message, "shutdown_reply", { status: "ok", restart: message.content.restart === true });
        return this.parts.shutDown();
      case "execute_request":
        this.ran.ask(message.header.msg_id, message.metadata, message.content);
        return this.execute(message);
      default:
        if (this.isForCompiler(message)) void this.handle(message);
        else this.parts.pass(message);
    }
  }

  private isForCompiler({ header: { msg_type: type }, content }: Message): boolean {
    return Object.hasOwn(this.handlers, type) && !(type === "tslinen_request" && asksForVariables(content));
  }

  /** Sends an answer between the two messages that tell of the work. */
  private answer(request: Message, type: string, content: Content): void {
    this.reply(request, "status", { execution_state: "busy" });
    this.reply(request, type, content);
    this.reply(request, "status", { execution_state: "idle" });
  }

  private reply(parent: Parent | undefined, type: string, content: Content): void {
    const channel = type.endsWith("_reply") ? (parent?.channel ?? "shell") : "iopub";
    this.parts.send({ channel, type, content, parent });
  }

  /** Answers what the compiler knows, even while a cell runs; an editor's questions without a word about the state. */
  private async handle(message: Message): Promise<void> {
    const type = message.header.msg_type;
    const isQuiet = type === "tslinen_request";
    if (!isQuiet) this.reply(message, "status", { execution_state: "busy" });
    let content: Content;
    try {
      content = (await this.handlers[type]?.(message)) ?? {};
    } catch (error) {
      const { name, message: evalue } = error as Error;
      content = { status: "error", ename: name, evalue, traceback: [] };
    }
    this.reply(message, type.replace(/_request$/, "_reply"), content);
    if (isQuiet) return;
    this.reply(message, "status", { execution_state: "idle" });
    // A front end shows the state it heard last: it should not take a running cell for ended. To JupyterLab's debugger
    // each word of a running cell is a reason to ask, so that it is not told in the cell's name.
    const parent = type === "debug_request" ? undefined : this.running;
    if (this.state === "busy") this.reply(parent, "status", { execution_state: this.state });
  }

  /** Has a cell run, which the compiler begins with at once. */
  private execute(message: Message): void {
    const { compiler, pass, takesAhead } = this.parts;
    const { code } = message.content;
    const request = message.header.msg_id;
    if (typeof code !== "string") return pass(message);
    if (takesAhead) return pass(message, compiler.convertAhead(request, code));
    compiler.prepare(request, code).catch(() => undefined);
    pass(message);
  }
}
