const packed = `
alpha α, beta β, gamma γ, delta δ, epsilon ϵ, varepsilon ε, zeta ζ, eta η, theta θ, vartheta ϑ, iota ι, kappa κ,
lambda λ, mu μ, nu ν, xi ξ, omicron ο, pi π, varpi ϖ, rho ρ, varrho ϱ, sigma σ, varsigma ς, tau τ, upsilon υ, phi ϕ,
varphi φ, chi χ, psi ψ, omega ω, Gamma Γ, Delta Δ, Theta Θ, Lambda Λ, Xi Ξ, Pi Π, Sigma Σ, Upsilon Υ, Phi Φ, Psi Ψ,
Omega Ω, nabla ∇, partial ∂, infty ∞, sum ∑, prod ∏, int ∫, oint ∮, sqrt √, pm ±, mp ∓, times ×, div ÷, cdot ·,
ast ∗, star ⋆, circ ∘, bullet ∙, oplus ⊕, ominus ⊖, otimes ⊗, odot ⊙, leq ≤, le ≤, geq ≥, ge ≥, neq ≠, ne ≠, approx ≈,
equiv ≡, sim ∼, simeq ≃, cong ≅, propto ∝, ll ≪, gg ≫, in ∈, notin ∉, ni ∋, subset ⊂, supset ⊃, subseteq ⊆,
supseteq ⊇, cup ∪, cap ∩, emptyset ∅, setminus ∖, forall ∀, exists ∃, neg ¬, wedge ∧, vee ∨, to →, rightarrow →,
leftarrow ←, uparrow ↑, downarrow ↓, leftrightarrow ↔, Rightarrow ⇒, Leftarrow ⇐, Leftrightarrow ⇔, mapsto ↦, ell ℓ,
hbar ℏ, Re ℜ, Im ℑ, aleph ℵ, angle ∠, degree °, circ ∘, dots …, ldots …, cdots ⋯, vdots ⋮, prime ′, dagger †,
ddagger ‡, langle ⟨, rangle ⟩, lfloor ⌊, rfloor ⌋, lceil ⌈, rceil ⌉, mid ∣, parallel ∥, perp ⊥, top ⊤, bot ⊥,
triangle △, checkmark ✓, copyright ©, S §, P ¶, AA Å, o ø, O Ø, ae æ, ss ß`;

/** Characters of TeX commands. */
export const symbols: ReadonlyMap<string, string> = new Map(
  packed
    .replace(/\n/g, " ")
    .split(", ")
    .map((entry) => entry.trim().split(" ") as [string, string]),
);

/** Commands that write their own name, upright. */
export const operators = new Set(
  "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim ln log max min sec sin sinh sup tan tanh Pr".split(
    " ",
  ),
);

/** Marks that combine with the character before them. */
export const accents: Record<string, string> = {
  hat: "\u0302",
  widehat: "\u0302",
  tilde: "\u0303",
  widetilde: "\u0303",
  bar: "\u0304",
  overline: "\u0305",
  dot: "\u0307",
  ddot: "\u0308",
  vec: "\u20d7",
  acute: "\u0301",
  grave: "\u0300",
  breve: "\u0306",
  check: "\u030c",
  mathring: "\u030a",
  underline: "\u0332",
};

const pairs = (from: string, to: string) => new Map([...from].map((character, i) => [character, [...to][i]]));

/** Letters of fonts that Unicode has as characters of their own, as far as DejaVu Sans has them. */
export const letters: Record<string, ReadonlyMap<string, string>> = {
  mathbb: pairs("CHNPQRZ", "ℂℍℕℙℚℝℤ"),
  mathcal: pairs("BEFHILMR", "ℬℰℱℋℐℒℳℛ"),
};

export const superscripts = pairs(
  "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθφχ′∗*",
  "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᵠᵡ′**",
);

export const subscripts = pairs(
  "0123456789+-−=()aehijklmnoprstuvxβγρφχ",
  "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ",
);
