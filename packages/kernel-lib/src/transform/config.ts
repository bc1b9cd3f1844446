import { describe, unknownOption } from "../array/options";
import { numberChecks } from "../ops/numberChecks";

interface Setting {
  readonly read: () => unknown;
  /** Sets it; tells whether the value fits. */
  readonly write: (value: unknown) => boolean;
  readonly expected: string;
}

const looksFor = (what: keyof typeof numberChecks): Setting => ({
  read: () => numberChecks[what],
  write: (value) => {
    if (typeof value !== "boolean") return false;
    numberChecks[what] = value;
    return true;
  },
  expected: "true or false",
});

const onCpu: Setting = { read: () => "cpu", write: (value) => value === "cpu", expected: '"cpu"' };

const settings: Readonly<Record<string, Setting>> = {
  jax_debug_nans: looksFor("nans"),
  jax_debug_infs: looksFor("infs"),
  jax_platform_name: onCpu,
  jax_platforms: onCpu,
  jax_enable_x64: {
    read: () => false,
    write: (value) => value === false,
    expected: 'false (write dtype: "float64" where an array is to have it)',
  },
};

function settingOf(functionName: string, name: string): Setting {
  if (Object.hasOwn(settings, name)) return settings[name];
  throw unknownOption(functionName, name, Object.keys(settings));
}

/** The settings of jax, by the names that they have there. */
export const config = {
  /**
   * Changes a setting for the whole session.
   *
   * - `"jax_debug_nans"`: whether a result that is not a number is an error. What comes out of a compiled function is
   *   looked through; if there is such a number in it, the function runs once more, step by step, so that the error says
   *   which function gave it, and its lines lead to the place. Default: false.
   * - `"jax_debug_infs"`: the same for infinite numbers. Default: false.
   * - `"jax_platform_name"`, `"jax_platforms"`: `"cpu"`; `"jax_enable_x64"`: false. Taken for the sake of pasted code.
   *
   * @param name - The name of the setting.
   * @param value - Its value.
   * @throws TypeError for a name or a value that is unknown.
   * @see https://docs.jax.dev/en/latest/debugging/flags.html
   * @example
   * jax.config.update("jax_debug_nans", true);
   * // jnp.log(-1) now throws FloatingPointError: invalid value (nan) encountered in log, at [] of shape []
   * jax.config.update("jax_debug_nans", false);
   * jnp.log(-1).item(); // NaN
   */
  update(name: string, value: unknown): void {
    const setting = settingOf("config.update", name);
    if (setting.write(value)) return;
    throw new TypeError(`config.update: expected ${name} to be ${setting.expected}, got ${describe(value)}`);
  },

  /**
   * Reads a setting.
   *
   * @param name - The name of the setting.
   * @throws TypeError for an unknown name.
   * @example
   * jax.config.read("jax_debug_nans"); // false
   */
  read(name: string): unknown {
    return settingOf("config.read", name).read();
  },
};
