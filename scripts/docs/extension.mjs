// The JupyterLab extension's page: its commands and settings, as a running JupyterLab knows them.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../environment.mjs";
import { Lab } from "../../ui-tests/harness/lab.mjs";
import { table } from "./markdown.mjs";

const schemas = join(root, "packages/jlab-ext/schema");

function settings() {
  return readdirSync(schemas).flatMap((file) => {
    const { properties } = JSON.parse(readFileSync(join(schemas, file), "utf8"));
    return Object.entries(properties).map(([name, one]) => [
      `\`${name}\``,
      one.enum?.join(", ") ?? one.type,
      `\`${one.default}\``,
      `${one.title}. ${one.description}`,
    ]);
  });
}

async function commands() {
  const lab = await Lab.start();
  try {
    return await lab.page.evaluate(() => {
      const { commands: all } = window.jupyterapp;
      return all
        .listCommands()
        .filter((id) => id.startsWith("tslinen:"))
        .map((id) => [`\`${id}\``, all.label(id), `${all.caption(id)}.`]);
    });
  } finally {
    await lab.stop();
  }
}

export async function extension() {
  const readme = readFileSync(join(root, "packages/jlab-ext/README.md"), "utf8");
  const features = readme.slice(readme.indexOf("\n- **"), readme.indexOf("\nSettings:")).trim();
  return [
    "# The JupyterLab extension",
    features,
    "## Commands",
    table(["command", "in the palette", "what it does"], await commands()),
    "## Settings",
    "Settings → Settings Editor → Figures.",
    table(["name", "value", "default", "what it does"], settings()),
  ];
}
