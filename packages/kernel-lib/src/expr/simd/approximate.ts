import type { Lane, Lanes } from "./lanes";

/**
 * Functions on four float32 values at once, within 4 ulp of the exact value (erfc within 6). The polynomials are those of
 * reference/polynomials.py. Each function keeps NaN, reaches its limits at ±∞ and keeps −0 where the function does.
 */

const log2e = Math.LOG2E;
/** log 2 in two parts: whole multiples of the first are exact in float32. */
const [ln2Head, ln2Tail] = [0.693359375, -2.1219444005469057e-4];
/** Adding it rounds a small number to a whole one, which then stands in the lowest bits. */
const rounder = 12582912;
const oneBits = 0x3f800000;

const expm1Tail = [
  0.4999999345165776, 0.1666652068910776, 0.04166838736868989, 0.008368709911007856, 0.0013814613210214137,
];
const shortExpm1Tail = [0.49999231786761894, 0.166671144658185, 0.041890113829080776, 0.008312525052278768];
const logTail = [
  0.33333312603933263, -0.25000009599145073, 0.20002118669067553, -0.16667995877889025, 0.14219552145679076,
  -0.12405588310462694, 0.11888163385414716, -0.11675656299183296, 0.06746643476529043,
];
const twiceArtanh = [
  2.0000000079208062, 0.6666631468404336, 0.4002491024049029, 0.27960602954514086, 0.281783352963668,
];
const erfNear = [
  1.1283791657267705, -0.37612625824367385, 0.11283585149449361, -0.026853811956315313, 0.005188327708706078,
  -0.0008010193716130484, 7.85386135537667e-5,
];
const erfcFar = [
  0.28208852085186503, 0.28225240005133273, 0.24517912785492196, 0.1855951532735437, 0.054877159557659594,
  0.03540775169607567, -0.021963160672263796, -0.28958897526044675, 0.38141769394456304, -0.19103265268789557,
  0.03576698488509284,
];

/**
 * x = n log 2 + r with a whole n: eʳ − 1, and n in the lowest bits, raised by a bias so that it can become an exponent.
 */
function reduced(l: Lanes, x: Lane, bias: number, polynomial = expm1Tail): { tail: Lane; bits: Lane } {
  const shift = l.constant(rounder + bias);
  const bits = l.add(l.mul(x, l.constant(log2e)), shift);
  const n = l.sub(bits, shift);
  const r = l.sub(l.sub(x, l.mul(n, l.constant(ln2Head))), l.mul(n, l.constant(ln2Tail)));
  const tail = l.add(r, l.mul(l.mul(r, r), l.polynomial(r, polynomial)));
  return { tail, bits };
}

/** 2ⁿ, of an n with a bias of 127 in the lowest bits. */
const powerOf2 = (l: Lanes, bits: Lane): Lane => l.shiftLeft(bits, 23);

/** eˣ over the whole range, subnormal results included: 2ⁿ is applied in two steps, neither of which overflows. */
function exp(l: Lanes, x: Lane): Lane {
  const { tail, bits } = reduced(l, l.atLeast(l.atMost(x, l.constant(90)), l.constant(-104)), 2 * 127);
  const half = l.shiftRight(bits, 1);
  const first = powerOf2(l, half);
  const second = powerOf2(l, l.isub(bits, half));
  return l.mul(l.mul(l.add(tail, l.constant(1)), first), second);
}

/** eˣ of an x below 89, for use within sums and quotients, within 3 ulp: 0 below 1.2e-38, ∞ above 2.4e38. */
function expBelow89(l: Lanes, x: Lane, polynomial = shortExpm1Tail): Lane {
  const { tail, bits } = reduced(l, l.atLeast(x, l.constant(-88)), 127, polynomial);
  return l.mul(l.add(tail, l.constant(1)), powerOf2(l, bits));
}

/** Gives a positive value, or one that has it anyway, the sign of another. */
const withSign = (l: Lanes, value: Lane, sign: Lane): Lane => l.or(value, l.and(sign, l.constant(-0)));

function expm1(l: Lanes, x: Lane): Lane {
  return l.isNowherePositive(x) ? looseExpm1(l, l.atLeast(x, l.constant(-20))) : fullExpm1(l, x);
}

/** eˣ − 1, by way of half of it so that 2ⁿ is a float32 number for every n that occurs. */
function fullExpm1(l: Lanes, x: Lane): Lane {
  const { tail, bits } = reduced(l, l.atLeast(l.atMost(x, l.constant(89)), l.constant(-87.3)), 126);
  const power = powerOf2(l, bits);
  const half = l.add(l.mul(tail, power), l.sub(power, l.constant(0.5)));
  return withSign(l, l.add(half, half), x);
}

/**
 * eˣ − 1 between −20 and 20. As x grows the product of n with log 2 costs digits of eˣ, which no one sees below 0, nor
 * in a quotient with eˣ + 1.
 */
function looseExpm1(l: Lanes, x: Lane): Lane {
  const shift = l.constant(rounder + 127);
  const bits = l.add(l.mul(x, l.constant(log2e)), shift);
  const r = l.sub(x, l.mul(l.sub(bits, shift), l.constant(Math.LN2)));
  const power = powerOf2(l, bits);
  // As a product the tail keeps the sign of zero.
  const tail = l.mul(l.mul(r, power), l.add(l.mul(r, l.polynomial(r, expm1Tail)), l.constant(1)));
  return l.sub(tail, l.sub(l.constant(1), power));
}

/** log of u + rest, where rest is what was lost when u was rounded; u is positive, finite and not subnormal. */
function logOf(l: Lanes, u: Lane, rest: Lane | undefined): Lane {
  const root = l.bits(0x3f3504f3); // √½
  const exponent = l.shiftRight(l.isub(u, root), 23);
  const scale = l.shiftLeft(exponent, 23);
  const n = l.toFloat(exponent);
  let f = l.sub(l.isub(u, scale), l.constant(1));
  if (rest) f = l.add(f, l.mul(rest, l.isub(l.bits(oneBits), scale)));
  const square = l.mul(f, f);
  const cubic = l.mul(l.mul(square, f), l.polynomial(f, logTail));
  const low = l.add(l.sub(cubic, l.mul(square, l.constant(0.5))), l.mul(n, l.constant(ln2Tail)));
  return l.add(l.add(f, low), l.mul(n, l.constant(ln2Head)));
}

function log(l: Lanes, x: Lane): Lane {
  const small = l.lt(x, l.constant(2 ** -126));
  const scaled = l.select(small, l.mul(x, l.constant(2 ** 24)), x);
  const value = l.sub(logOf(l, scaled, undefined), l.and(small, l.constant(24 * Math.LN2)));
  return logLimits(l, x, value);
}

/** Puts in what the logarithm of x is at 0, below, at ∞ and of NaN. */
function logLimits(l: Lanes, x: Lane, value: Lane): Lane {
  const zero = l.constant(0);
  const finite = l.and(l.gt(x, zero), l.lt(x, l.constant(Infinity)));
  const limit = l.select(l.eq(x, zero), l.constant(-Infinity), l.select(l.lt(x, zero), l.constant(NaN), x));
  return l.select(finite, value, limit);
}

function log1p(l: Lanes, x: Lane): Lane {
  const u = l.add(x, l.constant(1));
  const rest = l.sub(x, l.sub(u, l.constant(1)));
  // Far out, where ∞ − ∞ would spoil it, nothing is lost in rounding.
  const kept = l.select(l.lt(x, l.constant(16777216)), rest, l.constant(0));
  const value = logLimits(l, u, logOf(l, u, kept));
  return l.select(l.eq(x, l.constant(0)), x, value);
}

/** log(1 + t) for t = exp(−|x|): twice the inverse hyperbolic tangent of t / (2 + t), which is at most 1/3. */
function softTail(l: Lanes, x: Lane): Lane {
  const t = expBelow89(l, l.or(x, l.constant(-0)), expm1Tail);
  const s = l.div(t, l.add(t, l.constant(2)));
  return l.mul(s, l.polynomial(l.mul(s, s), twiceArtanh));
}

/** (e²ˣ − 1) / (e²ˣ + 1). */
function tanh(l: Lanes, x: Lane): Lane {
  const t = looseExpm1(l, l.atLeast(l.atMost(l.add(x, x), l.constant(20)), l.constant(-20)));
  return l.div(t, l.add(t, l.constant(2)));
}

function logistic(l: Lanes, x: Lane): Lane {
  const one = l.constant(1);
  return l.div(one, l.add(one, expBelow89(l, l.atMost(l.neg(x), l.constant(88.9)))));
}

/** erfc of a number a ≥ 0: exp(−a²) times a polynomial of 1/(1 + a/2). The square of a's leading half is exact. */
function erfcOfPositive(l: Lanes, a: Lane): Lane {
  const bounded = l.atMost(a, l.constant(10.2));
  const head = l.and(bounded, l.bits(-0x1000));
  const rest = l.mul(l.sub(bounded, head), l.add(bounded, head));
  const gaussian = l.mul(
    exp(l, l.neg(l.mul(head, head))),
    l.polynomial(l.neg(rest), [1, 1, 1 / 2, 1 / 6, 1 / 24]),
  );
  const one = l.constant(1);
  const t = l.div(one, l.add(one, l.mul(bounded, l.constant(0.5))));
  return l.mul(l.mul(gaussian, t), l.polynomial(t, erfcFar));
}

function erfc(l: Lanes, x: Lane): Lane {
  const far = erfcOfPositive(l, l.abs(x));
  const near = l.sub(l.constant(1), erfNearZero(l, x));
  const outside = l.select(l.lt(x, l.constant(0)), l.sub(l.constant(2), far), far);
  return l.select(l.lt(l.abs(x), l.constant(0.5)), near, outside);
}

const erfNearZero = (l: Lanes, x: Lane): Lane => l.mul(x, l.polynomial(l.mul(x, x), erfNear));

function erf(l: Lanes, x: Lane): Lane {
  const a = l.abs(x);
  const far = withSign(l, l.sub(l.constant(1), erfcOfPositive(l, a)), x);
  return l.select(l.lt(a, l.constant(1)), erfNearZero(l, x), far);
}

export const approximations = { exp, expBelow89, expm1, log, log1p, softTail, tanh, logistic, erf, erfc };

/** A function that has an approximation. */
export type Approximation = keyof typeof approximations;
