import type { Kernel } from "@jupyterlab/notebook";
import { UUID } from "@lumino/coreutils";
import type { EditorAnswers, EditorRequest } from "@tslinen/kernel/dist/protocol/editing";
import type { VariablesAnswers, VariablesRequest } from "@tslinen/kernel/dist/protocol/variables";

type Answers = EditorAnswers & VariablesAnswers;

/** What is asked by each method, beside its name. */
type About<Method> = Method extends keyof EditorAnswers
  ? Omit<EditorRequest, "method">
  : Omit<Extract<VariablesRequest, { method: Method }>, "method">;

type Reply<Method extends keyof Answers> =
  { status: "ok"; value: Answers[Method] } | { status: "error"; evalue: string };

/** How long an answer is waited for, in milliseconds: a lost connection loses answers. */
const patience = 20_000;

/**
 * Asks a kernel about cells or variables, beside whatever it runs.
 *
 * @returns Its answer; undefined if it is restarted, has ended, or says nothing.
 * @throws Error if the kernel says that the question failed.
 */
export function ask<Method extends keyof Answers>(
  kernel: Kernel,
  method: Method,
  about: About<Method>,
): Promise<Answers[Method] | undefined> {
  const header = {
    date: new Date().toISOString(),
    msg_id: UUID.uuid4(),
    msg_type: "tslinen_request",
    session: kernel.clientId,
    username: kernel.username,
    version: "5.4",
  };
  const content = { method, ...about };
  return new Promise((resolve, reject) => {
    const future = kernel.sendControlMessage(
      { channel: "control", header, parent_header: {}, metadata: {}, content, buffers: [] },
      true,
      true,
    );
    const timer = setTimeout(() => future.dispose(), patience);
    // No status message says that the kernel is done: the reply is the end.
    future.onReply = (reply) => {
      const answer = reply.content as Reply<Method>;
      if (answer.status === "ok") resolve(answer.value);
      else reject(new Error(`${method}: ${answer.evalue}`));
      future.dispose();
    };
    future.done.catch(() => {
      clearTimeout(timer);
      resolve(undefined);
    });
  });
}
