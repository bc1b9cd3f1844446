"""Computes the polynomials of packages/kernel-lib/src/expr/simd/approximate.ts, minimax in relative error.

    python reference/polynomials.py        (with numpy and scipy)
"""

import numpy as np
from scipy import special


def minimax(function, basis, low, high, weight, points=4000, rounds=400):
    """Fits function(x) by a combination of basis functions, the largest weighted error as small as can be (Lawson)."""
    t = np.cos(np.linspace(0, np.pi, points))
    x = low + (high - low) * (t + 1) / 2
    matrix = np.stack([b(x) for b in basis], axis=1) * weight(x)[:, None]
    target = function(x) * weight(x)
    lawson = np.ones(points) / points
    for _ in range(rounds):
        root = np.sqrt(lawson)
        coefficients, *_ = np.linalg.lstsq(matrix * root[:, None], target * root, rcond=None)
        error = np.abs(matrix @ coefficients - target)
        lawson *= error
        lawson /= lawson.sum()
    return coefficients, error.max()


def powers(*exponents):
    return [lambda x, n=n: x**n for n in exponents]


def show(name, coefficients, error):
    print(f"{name}: error {error:.2e}\n  [{', '.join(repr(float(c)) for c in coefficients)}]")


half = np.log(2) / 2
e = lambda x: np.where(np.abs(x) < 1e-3, 0.5 + x / 6 + x**2 / 24, (np.expm1(x) - x) / np.where(x == 0, 1, x) ** 2)
for degree in (3, 4):
    show(f"(expm1(r) - r)/r^2, degree {degree}", *minimax(e, powers(*range(degree + 1)), -half, half, lambda x: x**2 / np.exp(x)))

low, high = np.sqrt(0.5) - 1, np.sqrt(2) - 1


def log_rest(f):
    small = np.abs(f) < 2e-3
    safe = np.where(small, 1, f)
    series = 1 / 3 - f / 4 + f**2 / 5 - f**3 / 6 + f**4 / 7
    return np.where(small, series, (np.log1p(safe) - safe + safe**2 / 2) / safe**3)


for degree in (6, 7, 8):
    show(
        f"(log1p(f) - f + f^2/2)/f^3, degree {degree}",
        *minimax(log_rest, powers(*range(degree + 1)), low, high, lambda f: np.abs(f**3 / np.log1p(np.where(f == 0, 1, f)))),
    )

scale = 2.0
for degree in (9, 10, 11):
    # erfc(x) = exp(-x^2) * t * P(t) with t = 1/(1 + x/2), for x in [0, 10]
    to_x = lambda t: scale * (1 / t - 1)
    show(
        f"erfcx(x)/t, t = 1/(1 + x/{scale}), degree {degree}",
        *minimax(
            lambda t: special.erfcx(to_x(t)) / t,
            powers(*range(degree + 1)),
            1 / (1 + 10.2 / scale),
            1.0,
            lambda t: t / special.erfcx(to_x(t)),
        ),
    )
for degree in (4, 5, 6):
    show(
        f"erf(x)/x in x^2 on [0, 1], degree {degree}",
        *minimax(
            lambda u: special.erf(np.sqrt(u)) / np.sqrt(u),
            powers(*range(degree + 1)),
            1e-12,
            1.0,
            lambda u: np.sqrt(u) / special.erf(np.sqrt(u)),
        ),
    )
for degree in (3, 4, 5):
    show(
        f"2 artanh(s)/s in s^2 on [0, 1/3], degree {degree}",
        *minimax(
            lambda u: 2 * np.arctanh(np.sqrt(u)) / np.sqrt(u),
            powers(*range(degree + 1)),
            1e-12,
            1 / 9,
            lambda u: np.sqrt(u) / (2 * np.arctanh(np.sqrt(u))),
        ),
    )
