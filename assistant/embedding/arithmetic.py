"""In how many bits the encoder multiplies: in few where the processor is quick with them."""

import torch
from torch import Tensor, nn

_MOST, _ZERO = 127, 128  # of a signed byte, and where nought lies in an unsigned one


def quickest() -> torch.dtype:
    """16 bits where the processor multiplies in them: a third of the time, the same vectors (cosine above 0.9999).

    Else 8 where it does that: half of the time (cosine above 0.998); else 32.
    """
    can = torch.cpu.get_capabilities()
    if can.get("avx512_bf16") or can.get("amx_bf16"):
        return torch.bfloat16
    return torch.int8 if can.get("avx512_vnni") or can.get("avx_vnni") else torch.float32


def lay(encoder: nn.Module, dtype: torch.dtype) -> None:
    """Have an encoder whose weights are of 32 bits multiply in `dtype`: bfloat16, int8 or float32."""
    if dtype is not torch.int8:
        nn.Module.to(encoder, dtype)
        return
    for name, module in list(encoder.named_modules()):
        if isinstance(module, nn.Linear):
            encoder.set_submodule(name, _EightBits(module))


class _EightBits(nn.Module):
    """A linear layer in 8 bits: weights on a scale for each output, what comes in on one for each token.

    Of a whole batch on one scale, as torch's own dynamic layers have it, a few large tokens leave the others without
    digits (Dettmers et al. 2022, "LLM.int8()").
    """

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        weight = linear.weight.detach()
        self._scale = weight.abs().amax(1) / _MOST
        whole = (weight / self._scale[:, None]).round().to(torch.int8)
        self._weight = torch.ops.onednn.qlinear_prepack(whole, None)
        self._zeros = torch.zeros(len(whole), dtype=torch.long)
        self._bias = linear.bias.detach()

    def forward(self, read: Tensor) -> Tensor:
        """The layer's output, float32 of shape (..., outputs)."""
        rows = read.reshape(-1, read.shape[-1])
        # `aminmax` and the largest norm take ten times as long.
        most = torch.maximum(rows.amax(1, keepdim=True), -rows.amin(1, keepdim=True)).clamp_(min=1e-9)
        whole = (rows * (_MOST / most)).round_().to(torch.int8).view(torch.uint8).bitwise_xor_(_ZERO)  # 128 higher
        put = torch.ops.onednn.qlinear_pointwise(
            whole, 1.0, _ZERO, self._weight, self._scale, self._zeros, None, 1.0, 0, torch.float32, "none", [], ""
        )
        return torch.addcmul(self._bias, put, most / _MOST).view(*read.shape[:-1], -1)
