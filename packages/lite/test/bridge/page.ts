/** The page of the bridge: the browser's kernel without JupyterLite around it. */
import type { Contents } from "@jupyterlab/services";
import { Signal } from "@lumino/signaling";
import type { Message, Outgoing } from "@tslinen/kernel/dist/protocol/message";
import type { DriveContents } from "../../src/drive";
import { PageKernel } from "../../src/pageKernel";

/** Bytes travel as text. */
type Written<T extends { buffers: Uint8Array[] }> = Omit<T, "buffers"> & { buffers: string[] };

interface Bridge {
  /** Takes a message for the front ends; undefined when one asked for the kernel's end. */
  deliver(message?: Written<Outgoing>): void;
  receive(message: Written<Message>): Promise<void>;
}

const bridge = globalThis as unknown as Bridge;
const at = (path: string): string => `files/${path.split("/").map(encodeURIComponent).join("/")}`;

/** A folder on the disk, as the bridge's server gives it. */
class Folder {
  readonly fileChanged = new Signal<this, Contents.IChangedArgs>(this);
  private stamps: Record<string, number> = {};

  async get(): Promise<{ content: Partial<Contents.IModel>[] }> {
    this.stamps = await this.list();
    return { content: Object.keys(this.stamps).map((path) => ({ path, type: "file" })) };
  }

  getDownloadUrl = (path: string): Promise<string> => Promise.resolve(`${at(path)}?${this.stamps[path]}`);

  async save(path: string, { type, content, format }: Partial<Contents.IModel>): Promise<void> {
    const body =
      format === "base64" ? Uint8Array.from(atob(content as string), (c) => c.charCodeAt(0)) : content;
    await fetch(at(type === "directory" ? `${path}/` : path), { method: "PUT", body: body as string });
    this.stamps = await this.list();
  }

  async delete(path: string): Promise<void> {
    await fetch(at(path), { method: "DELETE" });
    this.stamps = await this.list();
  }

  /** Tells of what has changed on the disk. */
  async look(): Promise<void> {
    const before = this.stamps;
    this.stamps = await this.list();
    for (const path of new Set([...Object.keys(before), ...Object.keys(this.stamps)])) {
      if (before[path] === this.stamps[path]) continue;
      const model = { path, type: "file" } as Contents.IModel;
      const isThere = path in this.stamps;
      this.fileChanged.emit({
        type: isThere ? "save" : "delete",
        oldValue: isThere ? null : model,
        newValue: isThere ? model : null,
      });
    }
  }

  private async list(): Promise<Record<string, number>> {
    return (await (await fetch("list")).json()) as Record<string, number>;
  }
}

const folder = new Folder();
const toText = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const toBytes = (text: string): Uint8Array => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
const kernel = new PageKernel({
  folder: "",
  contents: folder as unknown as DriveContents,
  packages: new URLSearchParams(location.search).get("packages") ?? "",
  deliver: (message) => bridge.deliver({ ...message, buffers: message.buffers.map(toText) }),
});
kernel.asksToEnd.connect(() => bridge.deliver());
let received = Promise.resolve();
bridge.receive = (message) => {
  // In the order in which they come, as JupyterLite hands them on.
  received = received.then(async () => {
    if (message.header.msg_type === "execute_request") await folder.look();
    await kernel.receive({ ...message, buffers: message.buffers.map(toBytes) });
  });
  return received;
};
