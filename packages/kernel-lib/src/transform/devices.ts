/** Where arrays are and programs run: this process's processor. */
export class Device {
  /** The number of the device. */
  readonly id = 0;
  /** Its kind. */
  readonly platform = "cpu";

  toString(): string {
    return "CpuDevice(id=0)";
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}

const cpu = new Device();

/**
 * Lists the devices that arrays can be on: there is one, the processor.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.devices.html
 * @example
 * jax.devices().map(String); // ["CpuDevice(id=0)"]
 */
export function devices(): Device[] {
  return [cpu];
}

/**
 * Gives back arrays as they are, since they are on the only device.
 *
 * @param x - An array, or a tree of arrays.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.device_put.html
 * @example
 * jax.devicePut(np.array([1, 2])).tolist(); // [1, 2]
 */
export function devicePut<T>(x: T): T {
  return x;
}

/**
 * Fetches arrays from a device. There is only one, so they are given back as they are.
 *
 * @param x - An array, or a tree of arrays.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.device_get.html
 * @example
 * jax.deviceGet(np.array([1, 2])).tolist(); // [1, 2]
 */
export function deviceGet<T>(x: T): T {
  return x;
}

/**
 * Waits until arrays are computed. They always are: it gives them back as they are.
 *
 * @param x - An array, or a tree of arrays.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.block_until_ready.html
 * @example
 * jax.blockUntilReady(np.array([1, 2])).tolist(); // [1, 2]
 */
export function blockUntilReady<T>(x: T): T {
  return x;
}
