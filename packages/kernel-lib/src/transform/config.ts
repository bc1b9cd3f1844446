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

/**
 * Changes a setting for the whole session.
 *
 * With `"jax_debug_nans"` true, a result that is not a number is an error. What comes out of a compiled function is looked
 * through; if there is such a number in it, the function runs once more, step by step, so that the error says which
 * function gave it (`FloatingPointError: invalid value (nan) encountered in log`), and its lines lead to the place.
 * `"jax_debug_infs"` does the same for infinite numbers. Both are false at first. For the sake of pasted code,
 * `"jax_platform_name"` and `"jax_platforms"` may be `"cpu"`, and `"jax_enable_x64"` false.
 *
 * @param name - The name of the setting.
 * @param value - Its value.
 * @throws TypeError for an unknown name, or a value that does not fit.
 * @see https://docs.jax.dev/en/latest/debugging/flags.html
 * @example
 * jax.config.update("jax_debug_nans", true);
 * jnp.log(1).item(); // 0
 * jax.config.update("jax_debug_nans", false);
 * jnp.log(-1).item(); // NaN
 */
export function update(name: string, value: unknown): void {
  const setting = settingOf("config.update", name);
  if (setting.write(value)) return;
  throw new TypeError(`config.update: expected ${name} to be ${setting.expected}, got ${describe(value)}`);
}

/**
 * Reads a setting.
 *
 * @param name - The name of the setting, see {@link update}.
 * @throws TypeError for an unknown name.
 * @see https://docs.jax.dev/en/latest/debugging/flags.html
 * @example
 * jax.config.read("jax_debug_nans"); // false
 */
export function read(name: string): unknown {
  return settingOf("config.read", name).read();
}
