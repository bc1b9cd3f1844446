/**
 * matplotlib's colormaps: corners of straight lines as index and colour in hexadecimal (0 to ff of 256 steps), or,
 * after an equals sign, a list of colours. Written by reference/colormaps.py; off by less than one
 * level of 255, twilight's by three.
 */
export const colormapTable: ReadonlyMap<string, string> = new Map([
  ["Accent", "= 7fc97f beaed4 fdc086 ffff99 386cb0 f0027f bf5b17 666666"],
  ["afmhot", "00000000 40800000 7ffe7e00 82ff8405 bffffe7f c3ffff87 ffffffff"],
  ["autumn", "00ff0000 ffffff00"],
  [
    "berlin",
    "009eb0ff 1274aaeb 1c5ba4db 264497c6 2f3787af 3a2c7394 541a4458 66112732 7111191e 78121214 7f180c0a 851e0b04 912c0e00 a2441301 ab521804 b463210c bf7b321c d1a05341 efdd8d86 ffffadad",
  ],
  ["binary", "00ffffff ff000000"],
  ["Blues", "00f7fbff 40c6dbef 619cc9e1 8366abd4 a33e8ec4 c21f6eb3 e008509b ff08306b"],
  ["bone", "00000000 5e525372 bfa7c7c7 ffffffff"],
  [
    "BrBG",
    "00543005 198b500a 33bf812d 4ddfc37e 66f6e8c3 7ff5f5f4 81f2f4f4 99c7eae5 b37fccc0 cc35978f e502675f e8016259 ff003c30",
  ],
  ["brg", "000000ff 7ffe0001 80fe0100 ff00ff00"],
  ["BuGn", "00f7fcfd 22e3f4f8 40ccece6 6295d6c6 8164c1a2 a040ad75 c0228a44 df006d2c ff00441b"],
  ["BuPu", "00f7fcfd 23ddeaf3 54aac4de 609ebcda 808c95c6 ab8b5caa c088409c df810f7c ff4d004b"],
  ["bwr", "000000ff 7ffefeff 80fffefe ffff0000"],
  [
    "cividis",
    "0000224e 12002f6d 14003070 17013271 1c123570 23203a6f 3133446d 4b4e566c 6e6d6f72 807d7c78 98938e78 b7b3a670 d3d0be62 e8e7d150 f6f7de3e fbfde334 fdfee535 fffee838",
  ],
  ["CMRmap", "00000000 20262680 404d26bf 619d347c 7ffd4028 80ff4126 9fe67f00 bfe6bf19 e0e6e683 ffffffff"],
  ["cool", "0000ffff ffff00ff"],
  [
    "coolwarm",
    "003b4cc0 114f69d9 246788ee 347da0f9 418fb1fe 4fa2c1ff 60b9d0f9 70ccd9ed 7ddadce0 81dedcdb 8dead5c9 9ef4c6af acf7b599 baf6a283 ccee8468 e0dd5f4b f0ca3b37 f7c0282f ffb40426",
  ],
  ["copper", "00000000 cfffa267 ffffc77f"],
  [
    "cubehelix",
    "00000000 0a0f0611 14180f25 1f1b1c3a 28192a46 3017374d 3815464e 4016534c 481a6046 50236a3e 5a357435 634c792f 6c667a30 737b7a35 7b937a40 83a97951 8bbc7967 95cc7c86 9ed382a3 a5d589b8 aed295d0 b5cea1df bfc7b2ed c9c2c5f3 d4c2d7f3 dec9e5f0 e9d7f1ef f2e7f8f1 faf6fcf8 ffffffff",
  ],
  ["Dark2", "= 1b9e77 d95f02 7570b3 e7298a 66a61e e6ab02 a6761d 666666"],
  [
    "gist_earth",
    "00000000 0101002b 02010039 0705006e 08050274 21163b79 3020597b 442d7a7f 48308080 75459a49 774a9b46 8b76a652 b2b7b75e c8c0a465 c9c1a367 d0c8a779 ddd7b298 e4dfbcaa f1edd5d1 f7f4e4e3 fffdfbfb",
  ],
  ["gist_heat", "00000000 7fbe0000 82c30500 aaff5500 bfff7f00 c2ff850b ffffffff"],
  [
    "gist_ncar",
    "00000080 0d005f06 1b0000ee 1c000eff 2800b8ff 2900c0ff 2b00caff 3400f2ff 3700ffeb 4300fa9d 4f00fe1f 510dff0b 5213fb00 5e60ce00 5f66d100 6a7cf500 6c80fc08 6d84ff0c 79bbff3c 85f1ff0c 88fff800 94ffda00 a1ffba0e afff4701 b3ff3400 bcff0a00 beff0023 caff00f8 ccf107ff d7a62dff d89f33fe e5eb80ee fffef8fe",
  ],
  [
    "gist_rainbow",
    "00ff0029 07ff0003 08ff0200 36fffb00 37feff00 6600ff00 9500fffd 9600fcff c40002ff c50400ff f3fe00ff f5ff00f6 ffff00bf",
  ],
  ["gist_stern", "00000000 0dee0d1a 0eff0e1c 3f0b3f7e 40404080 7f7f7ffe 808080fd bbbbbb02 bcbcbc02 ffffffff"],
  ["GnBu", "00f7fcf0 2cd8f0d3 41cbeac4 60a7ddb5 8277cac5 a04db2d3 c92081b8 df0868ac ff084081"],
  [
    "gnuplot",
    "00000000 01100006 031c0013 072a002c 0d3a0050 164b0084 1e5700ac 256101ca 2b6901de 306f02ec 367502f8 3c7c03fe 428204ff 488706fa 4d8c07f2 549209e0 5b980cc8 639f0fa5 6ca61376 77ae1a35 7fb42003 80b52000 96c43400 a9d04a00 bedc6900 d3e89000 e6f2bb00 f9fced00 ffffff00",
  ],
  ["gnuplot2", "00000000 3f0000fc 400100ff 6b8700ff 91fe4cb3 95ff54ab eafffe01 ebffff05 ffffffff"],
  ["gray", "00000000 ffffffff"],
  ["Greens", "00f7fcf5 22e3f4de 41c6e8bf 649bd696 8172c375 a13fa95c c61c8540 df006d2c ff00441b"],
  ["Greys", "00ffffff 23eeeeee 48d2d2d2 61bbbbbb 8b898989 c1505050 e1232323 ff000000"],
  ["hot", "000b0000 5dff0000 befffe00 c1ffff0b ffffffff"],
  [
    "hsv",
    "00ff0000 28ffec00 2afcf500 2cf8fd00 2df4ff00 5508ff00 5900ff10 8100fffc 8200fcff aa0010ff ae0800ff d6f400ff d7f800fd dbff00ed ffff0018",
  ],
  [
    "inferno",
    "00000004 03010108 0b060419 130e092b 1e1e0c45 262b0b57 2e390963 384a0c6b 455f136e 53751b6e 69982766 7eb93556 92d44842 a2e65d2f b5f57b17 c1fa9008 c7fb9b06 ccfca50a d5fbb61a e1f8cd37 e9f4dd4f f0f2ea69 f6f2f482 fefafda1 fffcffa4",
  ],
  [
    "jet",
    "00000080 1c0000ff 200000ff 5600d8ff 5700dcfe 5900e4f8 5f13fce4 6016ffe1 a3eeff09 a6f8f500 a8feed00 acffde00 e3ff1300 e8e80000 ff800000",
  ],
  [
    "magma",
    "00000004 04020109 0d07061c 1d19103f 27271258 3036106b 38440f76 4457157e 5c7c2382 75a5317e 8bc83e73 99de4968 a7ee5b5e b1f66c5c bbfa7f5e c6fd9467 d2feaa74 e8fed395 fffcfdbf",
  ],
  [
    "managua",
    "00ffcf67 1adf9d56 37bc6e47 4f9c4d3d 617f3839 6d6d2d3a 77602940 8156294a 8e4e315e 9c4c4179 ab4e5795 bd5672b1 d9679fd3 f57ad3f3 ff81e7ff",
  ],
  [
    "nipy_spectral",
    "00000000 0c700080 0d770088 19870098 1a83009a 260300aa 270000ad 330000dd 3f0070dd 400078dd 4c0098dd 4d009adb 5900aaab 6600aa88 72009a08 73009a00 9900ff00 a5b0ff00 a6bcff00 b2ecef00 b4f0ea00 bfffcd00 ccff9900 d8ff0900 d9fe0000 e6dc0000 f2cc0000 f3cc0c0c ffcccccc",
  ],
  ["ocean", "00008000 55000055 aa0080aa ffffffff"],
  ["okabe_ito", "= 000000 e69f00 56b4e9 009e73 f0e442 0072b2 d55e00 cc79a7"],
  ["Oranges", "00fff5eb 20fee6ce 41fdcfa0 63fdab66 80fd8c3b 9ff16913 c0d84801 e2a23503 ff7f2704"],
  ["OrRd", "00fff7ec 23fee6c4 41fdd39d 60fdba83 80fc8c59 a0ef6447 c1d52d1d dfb30000 ff7f0000"],
  ["Paired", "= a6cee3 1f78b4 b2df8a 33a02c fb9a99 e31a1c fdbf6f ff7f00 cab2d6 6a3d9a ffff99 b15928"],
  ["Pastel1", "= fbb4ae b3cde3 ccebc5 decbe4 fed9a6 ffffcc e5d8bd fddaec f2f2f2"],
  ["Pastel2", "= b3e2cd fdcdac cbd5e8 f4cae4 e6f5c9 fff2ae f1e2cc cccccc"],
  [
    "pink",
    "001e0000 04321a1a 08402525 11573636 1e714747 2a845454 3e9f6767 5dc27e7e 75cc9f8d 90d7bd9c b4e5e0af bfe9e9b5 ddf3f3db ffffffff",
  ],
  [
    "PiYG",
    "008e0152 19c41a7c 2dd861a2 33de77ae 4cf1b5d9 66fde0ef 7ff7f7f7 99e6f5d0 b3b7e085 cc7fbc41 e64c9121 ff276419",
  ],
  [
    "plasma",
    "000d0887 051b068d 0e2e0595 235102a3 346c00a8 407e03a8 4a8d0ba5 5da62098 78c43e7f 9ae26561 baf68d45 d1fdae32 e1fdc627 edfada24 fbf2f227 fef0f724 fff0f921",
  ],
  [
    "PRGn",
    "0040004b 1a772b84 349b72ac 4dc3a6cf 66e7d4e8 7ff7f6f7 81f5f7f5 99d9f0d3 b3a5da9f cc5aae61 e61a7736 ff00441b",
  ],
  ["PuBu", "00fff7fb 22eae6f1 40d0d1e6 659ebad9 8171a8ce a0358fc0 bf0570b0 e004598c ff023858"],
  ["PuBuGn", "00fff7fb 22eae1ef 40d0d1e6 60a5bddb 8066a9cf a03590bf bf02818a e0016b58 ff014636"],
  [
    "PuOr",
    "007f3b08 1ab45906 33e08214 4dfdb965 67fee1b9 7ff7f7f6 80f6f6f7 99d8daeb b4afa8d0 cc8073ac e6532687 ff2d004b",
  ],
  ["PuRd", "00f7f4f9 21e6e0ee 42d3b6d9 60c993c7 80df64af 9fe72a8a bfce1256 e0970042 ff67001f"],
  ["Purples", "00fcfbfd 23edebf4 42d8d8ea 61bbbbdb 849a96c6 a17f7bb9 cd613f9a f0491285 ff3f007d"],
  [
    "rainbow",
    "008000ff 1a4c50fc 2c2884f6 3f01b3ec 4000b5eb 5020d5e1 5f3febd5 6c58f8c9 7b76ffb9 8890feab 95abf69b a1c2ea8c b0e0d377 bffeb562 c3ffac5c d4ff8143 e6ff4d27 ffff0000",
  ],
  [
    "RdBu",
    "0067001f 1ab3192c 34d7634f 4df4a683 66fddbc7 7ff7f6f6 81f5f6f7 9acfe4ef b390c4dd cc4393c3 e62065ab ff053061",
  ],
  [
    "RdGy",
    "0067001f 1ab3192c 34d7634f 4df4a683 66fddbc7 7ffffefe 80fefefe 9cdcdcdc b4b7b7b7 cd858585 e8484848 ff1a1a1a",
  ],
  ["RdPu", "00fff7f3 23fdddda 40fcc5c0 61fa9db4 80f767a1 a1db3196 bfae017e e5710175 ff49006a"],
  [
    "RdYlBu",
    "00a50026 19d62f27 33f46d43 4dfdaf62 66fee090 7ffffebe 80feffc0 99e0f3f8 b3aad8e9 ce70a9cf e54676b5 ff313695",
  ],
  [
    "RdYlGn",
    "00a50026 19d62f27 33f46d43 4dfdaf62 66fee08b 7ffffebe 80feffbe 99d9ef8b b3a5d86a cd63bc62 e6199750 ff006837",
  ],
  ["Reds", "00fff5f0 20fee0d2 4bfcad90 65fc8b6b 80fb694a a0ee3a2c bfcb181d dfa50f15 ff67000d"],
  ["seismic", "0000004c 3f0000fd 400101ff 7ffdfdff 80fffdfd bfff0101 c3f80000 ff800000"],
  ["Set1", "= e41a1c 377eb8 4daf4a 984ea3 ff7f00 ffff33 a65628 f781bf 999999"],
  ["Set2", "= 66c2a5 fc8d62 8da0cb e78ac3 a6d854 ffd92f e5c494 b3b3b3"],
  ["Set3", "= 8dd3c7 ffffb3 bebada fb8072 80b1d3 fdb462 b3de69 fccde5 d9d9d9 bc80bd ccebc5 ffed6f"],
  [
    "Spectral",
    "009e0142 1ad63f4f 33f46d43 4dfdaf62 66fee08b 7ffffebe 80ffffbe 99e6f598 b4a7dba4 cc66c2a5 e53389bd e63387bc ff5e4fa2",
  ],
  ["spring", "00ff00ff ffffff00"],
  ["summer", "00008066 ffffff66"],
  ["tab10", "= 1f77b4 ff7f0e 2ca02c d62728 9467bd 8c564b e377c2 7f7f7f bcbd22 17becf"],
  [
    "tab20",
    "= 1f77b4 aec7e8 ff7f0e ffbb78 2ca02c 98df8a d62728 ff9896 9467bd c5b0d5 8c564b c49c94 e377c2 f7b6d2 7f7f7f c7c7c7 bcbd22 dbdb8d 17becf 9edae5",
  ],
  [
    "tab20b",
    "= 393b79 5254a3 6b6ecf 9c9ede 637939 8ca252 b5cf6b cedb9c 8c6d31 bd9e39 e7ba52 e7cb94 843c39 ad494a d6616b e7969c 7b4173 a55194 ce6dbd de9ed6",
  ],
  [
    "tab20c",
    "= 3182bd 6baed6 9ecae1 c6dbef e6550d fd8d3c fdae6b fdd0a2 31a354 74c476 a1d99b c7e9c0 756bb1 9e9ac8 bcbddc dadaeb 636363 969696 bdbdbd d9d9d9",
  ],
  ["terrain", "00333399 260098fe 27009afa 3f00cb6b 4001cc66 7ffdff99 80fefe98 bf805c54 c387655e ffffffff"],
  [
    "turbo",
    "0030123b 06372466 0b3c3286 124146ac 184456c7 1e4666dd 244776ee 2a4685fa 304294ff 363aa3fc 3d2eb4f2 461fc9dd 4d18d7ca 5218e0bd 571de7b2 5c27eea4 6238f491 6e65fd69 7580ff53 7c99fe42 83acfb38 8abef434 93d4e735 9eebd339 a7f7c13a affdae35 b9fe932a c4f8721c cdef5811 d5e4450a e1ce2d04 edb21a01 f8920b01 ff7a0403",
  ],
  [
    "twilight",
    "00e2d9e2 06dad8df 0dcbd2d7 1ba1bdc9 2587abc4 2d769cc1 386786be 43606eb8 4d5f57b0 585d3ca0 6059298e 67521c79 6e471461 753c114b 7c33113c 802f1436 86371139 8d44123f 9b681a4d a37d2150 ae953250 b9a94850 c3b65e54 ccc0745d d5c68a6d dfcca287 edd6c2b6 f4dccfcd f9e0d6d9 ffe2d9e2",
  ],
  [
    "twilight_shifted",
    "00301437 0434113e 0a3c114b 12491564 18521c79 1f59298e 275d3ca0 325f57b0 3e6172ba 49698abf 53789ec2 5d8eb1c5 6ab3c6ce 72cbd2d7 7adcd9df 7fe2d9e2 81e2d9e1 86e0d6d9 8cdccdca 95d4bcac 9ecda78e a5c99679 aec48065 b8bb6857 c4ac4c50 d0973450 d9842550 e26d1b4e eb561546 f440123d fa361138 ff2f1436",
  ],
  [
    "vanimo",
    "00ffcdfd 12e39ad8 23c871b7 32af549c 41903d7e 53612654 5f421c39 682f1728 7024141e 771d1418 82191612 8d1b1d11 97212913 a52f4018 c75b7e2b d56e9737 de7caa43 e78cbe55 f09ed56e fcb7f599 ffbefda5",
  ],
  [
    "viridis",
    "00440154 0f481769 1e472a7a 2e433e85 4339558c 5e2d718e 7f21908d 8d1e9d89 9922a884 a22ab07f b140bd72 c05ec962 cf81d34d e6bddf26 efd5e21a f4e2e418 f9efe51c fefbe723 fffde725",
  ],
  ["winter", "000000ff ff00ff80"],
  ["Wistia", "00e4ff7a 40ffe81a 81ffbc00 c9ff9b00 fffc7f00"],
  ["YlGn", "00ffffe5 21f6fcb8 40d9f0a3 62a9db8c 8372c376 a040aa5c c1218242 df006837 ff004529"],
  ["YlGnBu", "00ffffd9 20edf8b1 40c6e9b4 627acbbc 8040b5c4 a01d90c0 c2225aa6 df253494 ff081d58"],
  ["YlOrBr", "00ffffe5 22fff6b9 40fee390 60fec34f 80fe9829 a0eb6f14 c0cb4b02 e1963304 ff662506"],
  ["YlOrRd", "00ffffcc 35fee084 40fed976 60feb24c 80fd8c3c a0fc4d2a c0e2191c dfbd0026 ff800026"],
]);

/** Other names of the same. */
export const sameColormaps: ReadonlyMap<string, string> = new Map([
  ["Grays", "Greys"],
  ["gist_gray", "gray"],
  ["gist_grey", "gray"],
  ["gist_yarg", "binary"],
  ["gist_yerg", "binary"],
  ["grey", "gray"],
]);
