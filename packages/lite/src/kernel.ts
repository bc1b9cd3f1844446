import type { KernelMessage } from "@jupyterlab/services";
import type { IKernel } from "@jupyterlite/services";
import { Signal } from "@lumino/signaling";
import type { Content, Header, Outgoing } from "@tslinen/kernel/dist/protocol/message";
import { PageKernel, type PageKernelParts } from "./pageKernel";

/** A kernel whose cells run in this browser, as JupyterLite wants it. */
export class BrowserKernel implements IKernel {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly ready = Promise.resolve();
  readonly disposed = new Signal<this, void>(this);
  isDisposed = false;
  private readonly sendMessage: IKernel.SendMessage;
  private readonly kernel: PageKernel;
  /** The session of the front end that was heard last. */
  private frontEnd = "";

  constructor(
    { id, name, location, sendMessage }: IKernel.IOptions,
    parts: Pick<PageKernelParts, "contents" | "packages">,
  ) {
    this.id = id;
    this.name = name;
    this.location = location;
    this.sendMessage = sendMessage;
    this.kernel = new PageKernel({
      ...parts,
      folder: location,
      deliver: (message) => this.deliver(message),
    });
    this.kernel.asksToEnd.connect(() => this.dispose());
  }

  handleMessage(message: KernelMessage.IMessage): Promise<void> {
    const { header, channel, content, metadata, buffers = [] } = message;
    this.frontEnd = header.session;
    return this.kernel.receive({
      channel: channel as Outgoing["channel"],
      identities: [],
      header: header as Header,
      headerText: JSON.stringify(header),
      metadata: metadata as Content,
      content: content as unknown as Content,
      buffers: buffers.map((one) => (one instanceof ArrayBuffer ? new Uint8Array(one) : bytesOf(one))),
    });
  }

  /** Stops the running cell. */
  interrupt(): Promise<void> {
    return this.kernel.interrupt();
  }

  /** Sets the address below which packages are found. */
  setPackages(address: string): void {
    this.kernel.setPackages(address);
  }

  dispose(): void {
    if (this.isDisposed) return;
    this.isDisposed = true;
    this.kernel.dispose();
    this.disposed.emit();
    Signal.clearData(this);
  }

  /** Hands a message on to JupyterLite, which finds the front end by the session that the message names. */
  private deliver({ channel, dictionaries, buffers }: Outgoing): void {
    const [header, parent, metadata, content] = dictionaries.map((text) => JSON.parse(text) as Content);
    this.sendMessage({
      channel,
      header: { ...header, session: parent?.session ?? this.frontEnd },
      parent_header: parent,
      metadata,
      content,
      buffers: buffers.map((bytes) => bytes.slice().buffer),
    } as unknown as KernelMessage.IMessage);
  }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);
