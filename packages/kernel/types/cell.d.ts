/** What every cell can use without importing it. */

/**
 * Asks the reader of the notebook for a line of text.
 *
 * @param prompt - What to ask. Default: nothing.
 * @param options - `password: true` hides what is typed. Default: false.
 * @returns The line, without its newline.
 * @example
 * const name = await input("name? ");
 */
declare function input(prompt?: string, options?: { password?: boolean }): Promise<string>;

/**
 * Shows a value below the cell, in every representation it has.
 *
 * @param value - Any value; one with a `Symbol.for("Jupyter.display")` method brings its own representations.
 * @example
 * display(new Map([["a", 1]]));
 */
declare function display(value: unknown): void;

/** How arithmetic on arrays is checked where something else than an array stands to the left of an operator. */
declare namespace __arithmetic {
  /** The result of an array's method. */
  type Of<Method extends string, T> =
    T extends Record<Method, (other: never) => infer Result> ? Result : never;
  /** What is no array. */
  type Plain<Method extends string, T> = T extends Record<Method, (other: never) => unknown> ? never : T;
  /** The result of an operator: any beside any, an array where an operand is one, a number where none may be. */
  type Result<Method extends string, Left, Right> = 0 extends 1 & Right
    ? Right
    : ResultOfKnown<Method, Left, Right>;
  type ResultOfKnown<Method extends string, Left, Right> =
    | Of<Method, Left>
    | Of<Method, Right>
    | ([Plain<Method, Left>] extends [never]
        ? never
        : [Plain<Method, Right>] extends [never]
          ? never
          : number);
}

interface Object {
  __add<Left, Right>(this: Left, right: Right): __arithmetic.Result<"add", Left, Right>;
  __sub<Left, Right>(this: Left, right: Right): __arithmetic.Result<"sub", Left, Right>;
  __mul<Left, Right>(this: Left, right: Right): __arithmetic.Result<"mul", Left, Right>;
  __div<Left, Right>(this: Left, right: Right): __arithmetic.Result<"div", Left, Right>;
  __mod<Left, Right>(this: Left, right: Right): __arithmetic.Result<"mod", Left, Right>;
  __pow<Left, Right>(this: Left, right: Right): __arithmetic.Result<"pow", Left, Right>;
  __less<Left, Right>(this: Left, right: Right): __arithmetic.Result<"less", Left, Right>;
  __greater<Left, Right>(this: Left, right: Right): __arithmetic.Result<"greater", Left, Right>;
  __lessEqual<Left, Right>(this: Left, right: Right): __arithmetic.Result<"lessEqual", Left, Right>;
  __greaterEqual<Left, Right>(this: Left, right: Right): __arithmetic.Result<"greaterEqual", Left, Right>;
  __equal<Left, Right>(this: Left, right: Right): __arithmetic.Result<"equal", Left, Right>;
  __notEqual<Left, Right>(this: Left, right: Right): __arithmetic.Result<"notEqual", Left, Right>;
}
