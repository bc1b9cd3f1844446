// Written by reference/datasets.py from scikit-learn's load_iris.
/** The species, and the rows in millimetres. */
export const packedIris = (): { target: string; rows: string } => ({
  target: "eNpjYCAVMJIMmEgGABlLAJc=",
  rows: "eNodj1uzmjAURsdI+4AkQUQRCRsE7wdQEuUmCB60tZ06/f//pjl93PPNrLW2CAlKgaCjj1HiUcRXBGXbsZIEZMgDiiJX7h4dZGuKToGOTkAGHzAaVDsNlRFVsi1WREiG5WY8FBs6zIIxEmuqJCsVieX42ymYIA464oGunEOKzsGXS3I8HWUBVc57OsgP/x2I+xrKQ4zSFRlEgJGQfh7iYWzhYST7eKh/F5uJIhukS0eJT9BFdvElQT/8I+n8mD69lObWDt9ZQksW43Z51NP5Uv10E3x2toSboXqFA61nO7Vxj6RwV7j3IlJATCtnr95mMS3s7ejqn4yG7XBrp7RhR61zP/AnROTBTqQHPq7dmJaLUM3nm1E+X6uVs9VqR+iZ5NRBrPfekbZWhAvY49ze4XwRaQ0kpFrsNG4t1cI54BIOWuke8E2yhQ2jku1lb21Xjpj8hOu0dQvjDtXsD3xOUzse/3Jbo7cr47Vq7LsvzM65TB6QT0ubmxUT886/WHfIjfemn70XT6uecfr0S6tgqflmvdk6qdEvy+nLr40bk/9BanSsmL6g0n+zZvJ305nynrVM0GZRkDc0VhsU887LjRpOxtPLpr1XzJ+esL4aH/7Vkjy7h7PV2nxyh7N5CzLrCsL4B/mfUTQ=",
});
