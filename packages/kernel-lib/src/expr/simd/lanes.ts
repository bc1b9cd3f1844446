/** A node of a kernel: four float32 values, or four truth masks. */
export interface Lane {
  readonly id: number;
}
/** what operations there are on four lanes. */
export interface Lanes {
  constant(value: number): Lane;
  add(a: Lane, b: Lane): Lane;
  sub(a: Lane, b: Lane): Lane;
  mul(a: Lane, b: Lane): Lane;
  div(a: Lane, b: Lane): Lane;
  min(a: Lane, b: Lane): Lane;
  max(a: Lane, b: Lane): Lane;
  neg(a: Lane): Lane;
  abs(a: Lane): Lane;
  sqrt(a: Lane): Lane;
  floor(a: Lane): Lane;
  ceil(a: Lane): Lane;
  trunc(a: Lane): Lane;
  nearest(a: Lane): Lane;
  eq(a: Lane, b: Lane): Lane;
  ne(a: Lane, b: Lane): Lane;
  lt(a: Lane, b: Lane): Lane;
  le(a: Lane, b: Lane): Lane;
  gt(a: Lane, b: Lane): Lane;
  ge(a: Lane, b: Lane): Lane;
  and(a: Lane, b: Lane): Lane;
  or(a: Lane, b: Lane): Lane;
  xor(a: Lane, b: Lane): Lane;
  not(a: Lane): Lane;
  select(mask: Lane, a: Lane, b: Lane): Lane;
  approximate(name: string, a: Lane): Lane;
}
