// Sockets that hand messages on at once, with those that JupyterLite is made with.
import { Server, WebSocket as MockSocket } from "mock-socket";
import { expect, test } from "vitest";
import { promptSocket } from "../src/promptSocket";

/** What a server has heard when sending has returned, and what it has heard in the end. */
async function heardBy(url: string): Promise<{ atOnce: unknown[]; later: unknown[] }> {
  const heard: unknown[] = [];
  const server = new Server(url, { mock: false });
  server.on("connection", (socket) => socket.on("message", (data) => heard.push(data)));
  const Socket = promptSocket(MockSocket as unknown as typeof WebSocket, (at) => at.includes("/ours/"));
  const socket = new Socket(url);
  await new Promise((opened) => (socket.onopen = opened));
  socket.send("asked");
  const atOnce = [...heard];
  while (heard.length === 0) await new Promise((next) => setTimeout(next, 1));
  const answered = new Promise((resolve) => (socket.onmessage = ({ data }) => resolve(data)));
  server.emit("message", "answer");
  expect(await answered).toBe("answer");
  server.close();
  socket.send("too late");
  return { atOnce, later: heard };
}

test("hand messages on at once to the kernels that are named, to others as before", async () => {
  expect(await heardBy("ws://localhost/ours/channels")).toEqual({ atOnce: ["asked"], later: ["asked"] });
  expect(await heardBy("ws://localhost/others/channels")).toEqual({ atOnce: [], later: ["asked"] });
});
