# The lesson on activation functions in Python, for the race with the one in TypeScript. Cells begin at "# %%".
# %%
import jax
import jax.numpy as jnp
import matplotlib.pyplot as plt
import numpy as np
from flax import linen as nn

# %%
seed = 123
key = jax.random.PRNGKey(seed)
key
# %%
x = np.linspace(-10, 10, 100, dtype=np.float32)
# %%
y = nn.relu(x)
plt.plot(x, y)
plt.legend(["relu"], loc="upper left")
plt.show()


# %%
def prelu(alpha=0.01):
    module = nn.PReLU(param_dtype=jnp.float32, negative_slope_init=alpha)
    return lambda x: module.apply(module.init(key, x), x)


# %%
nn.PReLU(negative_slope_init=0.25).init(key, x)
# %%
alphas = [-1.0, -0.1, -0.01, 0.01, 0.1, 1.0]
legends = [str(alpha) for alpha in alphas]
for alpha in alphas:
    plt.plot(x, prelu(alpha)(x))
plt.legend(legends, loc="lower right")
plt.show()
# %%
for alpha in alphas:
    plt.plot(x, nn.elu(x, alpha))
plt.legend(legends, loc="lower right")
plt.show()
# %%
for alpha in alphas:
    plt.plot(x, nn.celu(x, alpha))
plt.legend(legends, loc="lower right")
plt.show()
# %%
y = nn.gelu(x)
plt.plot(x, y)
plt.legend(["gelu"], loc="upper left")
plt.show()
# %%
exact = nn.gelu(x, approximate=False)
jnp.max(jnp.abs(y - exact))
# %%
plt.plot(nn.glu(x))
plt.legend(["glu"], loc="upper left")
plt.show()
# %%
plt.plot(x, nn.sigmoid(x))
plt.legend(["sigmoid"], loc="upper left")
plt.show()
# %%
plt.plot(x, nn.log_sigmoid(x))
plt.legend(["log sigmoid"], loc="upper left")
plt.show()
# %%
plt.plot(x, nn.softmax(x))
plt.legend(["softmax"], loc="upper left")
plt.show()
# %%
plt.plot(x, nn.log_softmax(x))
plt.legend(["log softmax"], loc="upper left")
plt.ylim([-25, 10])
plt.show()
# %%
plt.plot(x, nn.soft_sign(x))
plt.legend(["soft sign"], loc="upper left")
plt.show()
# %%
plt.plot(x, nn.softplus(x))
plt.legend(["soft plus"], loc="upper left")
plt.show()
# %%
plt.plot(x, nn.swish(x))
plt.legend(["swish"], loc="upper left")
plt.show()


# %%
class LeakyReLU(nn.Module):
    alpha: float = 0.1

    def __call__(self, x):
        return jnp.where(x > 0, x, self.alpha * x)


# %%
plt.plot(x, LeakyReLU()(x))
plt.legend(["leaky relu"], loc="upper left")
plt.show()
