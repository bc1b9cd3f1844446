/**
 * Advance widths and kerning of one font, in units of 1/2048 of its size. Written by reference/text-widths.mjs.
 */
export interface FontWidths {
  /** First code point of a range, and the widths from there on in base 36; `w*n` stands for n equal widths. */
  readonly widths: readonly (readonly [number, string])[];
  /** Adjustments, and the pairs of characters they apply to, one after the other. */
  readonly kerns: readonly (readonly [number, string])[];
}

export const dejaVuSans: FontWidths = {
  widths: [
    [
      0x20,
      "i3 mt q6 1bo 107 1i2 18d fn m7*2 sg 1bo i3 kj i3 j6 107*a j6*2 1bo*3 u7 1kw 12x 131 13q 17t zy wq 183 16s gs*2 11b vp 1d3 16k 18s yb 18s 13j 104 yr 15n 12x 1k9 12z yr 12z m7 j6 m7 1bo sg*2 yv 104 va 104 z0 k1 104 102 ft*2 wy ft 1jf 102 yt 104*2 ne tn mb 102 xo 1aj xo*2 tv 107 j6 107 1bo",
    ],
    [
      0xa0,
      "i3 mt 107*4 j6 sg*2 1kw qt yt 1bo kj 1kw sg*2 1bo mt*2 sg 107*2 i3 sg mt qt yt 1j5*3 u7 12x*6 1jf 13q zy*4 gs*4 183 16k 18s*5 1bo 18s 15n*4 yr yf zu yv*6 1jv va z0*4 ft*4 yt 102 yt*5 1bo yt 102*4 xo 104 xo 12x yv 12x yv 12x yv 13q va 13q va 13q va 13q va 17t 104 183 104 zy z0 zy z0 zy z0 zy z0 zy z0 183 104 183 104 183 104 183 104 16s 102 1g4 13j gs ft gs ft gs ft gs ft gs ft xk vm gs ft 11b wy*2 vp ft vp ft vp lc vp jg vz g6 16k 102 16k 102 16k 102 1aa 16k 102 18s yt 18s yt 18s yt 1ov 1m7 13j ne 13j ne 13j ne 104 tn 104 tn 104 tn 104 tn yr mb yr mb yr mb 15n 102 15n 102 15n 102 15n 102 15n 102 15n 102 1k9 1aj yr xo yr 12z tv 12z tv 12z tv k1 104 15t 131 104 131 104 140 13q va 183 1al 131 104 yt zy 18s yy wq k1 183 132 1jz k4 gs 16f wy ft xo 1jf 16k 102 18s 1fy yt 1hz 177 113 104 13j 104 tn zy j4 mb yr mb yr 1ct 102 17h 150 16b 15k 12z tv 11w*2 wv tv 107 11w wv t1 104 gs s0 q4 gt 28w 21w 1to 1bj 18r pz 1gz 1gk 19d 12x yv gs ft 18s yt 15n 102 15n 102 15n 102 15n 102 15n 102 z0 12x yv 12x yv 1jf 1jv 183 104 183 104 11b wy 18s yt 18s yt 11w wv ft 28w 21w 1to 183 104 1rb 12t 16k 102 12x yv 1jf 1jv 18s yt 12x yv 12x yv zy z0 zy z0 gs ft gs ft 18s yt 18s yt 13j ne 13j ne 15n 102 15n 102 104 tn yr mb zo to 16s 102 15u 1bo 13q yq 12z tv 12x yv zy z0 18s yt 18s yt 18s yt 18s yt yr xo r0 1by r5 ft 1ks*2 12x 13q va vp yr tn tv yb r9 131 15n 12x zy z0 gs ft 18g 104 13j ne yr xo",
    ],
    [
      0x2b0,
      "n0 mp 9y eq gt gu lk tb l7 fu q6 i3*3 hh*2 l1*2 sg*6 fn sg*3 fn sg*3 j6*2 hh*2 sg*2 m6 i2 sg*6 hy sg o8 9g l8 p9 l1 s2*5 y5*2 sg*2 th y5*4 sg y5*3 sg y5*8",
    ],
    [
      0x370,
      "118 wb 1d1 10u fu*2 16k 10z y5*2 sg v9 va v9 j6 gs y5*4 sg*2 13e i3 16g 1dk n8 y5 1a8 y5 1ax 1az j9 12x 131 vp 12x zy 12z 16s 18s gs 11b 12x 1d3 16k zy 18s 16s yb y5 zy yr*2 18s 12z 18s 17h gs yr 11i ur 102 j9 wx 11i 10b xo yt ur uy 102 yt j9 xj xo 107 vs vq yt y9 104 xe 102 y9 wx 11j wv 11j 1bn j9 wx yt wx 1bn 11b yy z8 13r 1bx 13r 11j 1bn 11r 18s yt 10w xe wq q3 11j*2 1d8 zp 1h4 1bn 175 11i 191 yz 132 yj 17o zk 13s yt yr ui 11r 104 va ft 18s z0*2 yf 104 13q 1d3 111 104 140 13q 140",
    ],
    [
      0x400,
      "zy*2 18q yp 13q 104 gs*3 1q8 1ng 18q 14e 16k yo 16s 12x 131*2 yp 18g zy 1pa 10h 16k*2 14e 16s 1d3 16s 18s 16s yb 13q yr yo 1cz 12z 186 130 1ou 1q8 1bd 1e7 131 13q 1pf 13j yv z3 xj tw 13c z0 1f9 u9 10z*2 yd 10d 16x 117 yt 117 104 va x5 xo 1cn xo 12q xm 1g2 1hl 147 18x xj v8 1bw y8 z0*2 zk tw v8 tn ft*3 1fc 1f4 113 yd 10z xo 117",
    ],
    [
      0x1d2c,
      "oi yw ol y5 rl mn*2 rr qy ak*2 ni jy ux qt*2 s7 p0 lm ow lw q8 zf ma*2 n2 10v od n2 nq*2 ki kg n2 a6 o8 zg n9 nj l2 nj*2 od gs n1 qq zg nq y5 mv l7 lx nn kp a6 eq n1 nq mv l7 nf nn kp y5*c 104 qy y5*2 l5 y5 11y y5*7 ft y5*l n2 l2*2 nj ki gv d9 n2 n1 ev e7 eu ev dc e7 dd lf zg*2 nd ra n9 nj*2 ki gb gs sw nt kk n4 nq ku ou ku mb nj",
    ],
    [
      0x1e00,
      "12x yv 131 104 131 104 131 104 13q va 17t 104 17t 104 17t 104 17t 104 17t 104 zy z0 zy z0 zy z0 zy z0 zy z0 wq k1 183 104 16s 102 16s 102 16s 102 16s 102 16s 102 gs ft gs ft 11b wy 11b wy 11b wy vp gd vp gd vp ft vp ft 1d3 1jf 1d3 1jf 1d3 1jf 16k 102 16k 102 16k 102 16k 102 18s yt 18s yt 18s yt 18s yt yb 104 yb 104 13j ne 13j ne 13j ne 13j ne 104 tn 104 tn 104 tn 104 tn 104 tn yr mb yr mb yr mb yr mb 15n 102 15n 102 15n 102 15n 102 15n 102 12x xo 12x xo 1k9 1aj 1k9 1aj 1k9 1aj 1k9 1aj 1k9 1aj 12z xo 12z xo yr xo 12z tv 12z tv 12z tv 102 mb 1aj xo yv k1*3 17q yt 12x yv 12x yv 12x yv 12x yv 12x yv 12x yv 12x yv 12x yv 12x yv 12x yv 12x yv 12x yv zy z0 zy z0 zy z0 zy z0 zy z0 zy z0 zy z0 zy z0 gs ft gs ft 18s yt 18s yt 18s yt 18s yt 18s yt 18s yt 18s yt 1fy yt 1fy yt 1fy yt 1fy yt 1fy yt 15n 102 15n 102 1ct 102 1ct 102 1ct 102 1ct 102 1ct 102 yr xo yr xo yr xo yr xo 17r r5 y5*4",
    ],
    [
      0x2000,
      "sg 1kw sg 1kw ir e8 9i 107 i3 bd 5o 0*5 kj*2 107 sg 1kw*2 sg*2 i3*4 th*4 sg*2 xk*2 j1 11z 1kw i3 0*7 bd 24c 2qq cx l9 tl cx l9 tl ja mr*2 1bo rm u7 sg 19q*2 e8 1kw sg 9i m7*2 1gg 15p*2 sa 107 sg*3 j6 19q sg pl 1kw 19q 1bo xc 11q 1bo*2 i3 19d 1bo i3*2 cn 0*5 y5*5 0*6 mt a6 y5*2 mt*6 u1*3 dz*2 mo mt*a u1*3 dz*2 y5 ma nq nj p9 nq n0 o8 9g zg mo od l8 gs y5*3",
    ],
    [0x20a0, "1dw 107*4 1jf 107 20e 1p3 1k9 18m 107*4 20e 107*4 181 107"],
    [
      0x2100,
      "1ly*2 13q 1rw 10j 1ly 1op yy 13q 1i5 y5 1k8 16x 1cc 102*2 qq 13o 14z ni 1aj 19k 1n6 1kw 13o 13w 18s 19e 1ab 192 1f0 12x 1m0 1p4 1kw 12x 16d wv 17h*2 z2 j9 11b 12x 18q 140 1cm xo yg 18q wq 1ou qa 16e 12c qi 10o lm 1go 1vx 13y 15e 118 1ca 1a4 183 vp*2 yr 1al 14a z0 jz*2 y5 18d y5*2 ty y5 1j5*2 25y 1j5*c wb gs s0 138 1gi 12x 1gh 1rp 22x 1g7 12z 1h3 1sd vp 13q 17t 1d3 ft q1 109 1a6 xo 1a5 1kd 1ul 1al xo 1as 1l0 ft va 104 1jf 1yu 17t 1yu 140 v9 13q y5*3 1j5 y5*6 1bo*34 12x 107 tf zy*2 1dk 122*2 1dk*2 14u 1dk*2 14u 107 172*2 12c 1bo*3 j6 108 1bo zm*2 109*3 14n 1be 1bo 1f0*2 1bo sg*4 15n*4 tn 18w 1o5 tn 18w 1o5 tn*3 107*2 et 107 1bo*8 lc 1bo*h 1bq*2 1kw*2 1bo*k 1nk*2 qe 1bo*v 15n*3 1bo*4 18e*2 1bo*d 1dk*4 tm*2 1dk*8 1bo*6 1kw*2 1bo*2 tm 15n*3 1bo*2 1ao*4 zm i3 zm 1bo 1kw*5 1bo 15o*2 1bo*8 28x*2 1bo*k 1kw*5 1dk 14u 1dk*2 14u 1dk*2 1kw 1dk 14u 1dk 14u 1dk",
    ],
    [
      0x2300,
      "y9*2 104 1bo*4 rs m7*4 1a0*4 1bo t7 y5*6 1kw 1bo y5*2 qo*4 tn*2 y5*2 1tk*2 28g 1tk 2a4 y5*2 28g 1do y5*1y j9 104 1bn y5*4 11i y5*2 173 y5*9 1tk y5*c 1do y5*6 sg*c 16o*7 tn y5*v 1bo 1hr y5*j 1do y5 17r y5*2 107 y5*n",
    ],
    [
      0x2500,
      "y9*3k 17r*w 1hr*a 12k*2 1hr*2 vb*2 17r*4 sk*2 17r*2 sk*2 17r*4 sk*2 17r*2 sk*2 17r*5 1dn s4 1dn*b tz*2 190 1j7*3 m1*4 1dn*2 17r*4 xk 1hr*5 17r*3 1ro 1hr*4 1dn*4 17r*3 1b8*2 15o*2 17r 1f0 1kw 1f0*5 wl 1ez 1f0 1ej*2 127 1lm 1yv 1z5 1f0*3 ua 1f0*9 yn 1f0 yn 1f0*4 122 16g 10y 18l v0 1f0*3 14f 1f0*c 1nb*3 1f0*3 yx 15o*2 1f0*13 qu 10b 1f0*2 qu kc rj 16k 17k 1f0*e 1dg*6 1f0*f us 1f0*7 y5 1f0*3 13y 1l5 1pz 1uu 1fd 1bo*a 1c0 1bo 15o*4 1cc 15o*2 y5*7 1bo*4 y5*u 15o y5*t",
    ],
    [0x27c0, "y5*5 m7*2 y5*p s4 y5*5 s6*2 m7*2 vn*2 y5*4 1bo*4 1tu 29k*b"],
    [0x2a00, "1kw*3 y5*9 23e tn*g y5*i 1bo y5*1m 1bo*2 y5*h 1bo*10 y5*d 1bo*d y5*1q 1bo*2 y5*5"],
  ],
  kerns: [
    [38, "-o-ò-ó-ô-õ-öSASÀSÁSÂSÃSÄo-ß-ò-ó-ô-õ-ö-"],
    [47, "LALÀLÁLÂLÃLÄ"],
    [
      57,
      "-O-Ò-Ó-Ô-Õ-ÖAAAÀAÁAÂAÃAÄO-Q-ÀAÀÀÀÁÀÂÀÃÀÄÁAÁÀÁÁÁÂÁÃÁÄÂAÂÀÂÁÂÂÂÃÂÄÃAÃÀÃÁÃÂÃÃÃÄÄAÄÀÄÁÄÂÄÃÄÄÒ-Ó-Ô-Õ-Ö-",
    ],
    [75, "-G-Q"],
    [114, "-J"],
    [-45, "-A-À-Á-Â-Ã-ÄA-P-PYPiPÝRaRàRáRâRãRäRåViWircrerorçrèrérêrëròrórôrõröÀ-Á-Â-Ã-Ä-"],
    [
      -73,
      "-BAfBWFoFòFóFôFõFöGTJ-KWKYKÝLOLÒLÓLÔLÕLÖPePoPèPéPêPëPòPóPôPõPöR.WuWùWúWûWüYif:kekokykèkékêkëkòkókôkõkökýkÿÀfÁfÂfÃfÄfÝiÞ:",
    ],
    [-188, "-TFAFaFyFÀFÁFÂFÃFÄFàFáFâFãFäFåFýFÿLWLyLýLÿT-r.w."],
    [-120, "-VAvTCTÇV-W:WeWoWèWéWêWëWòWóWôWõWöÀvÁvÂvÃvÄv"],
    [-83, "-WAwO.R-RARWRÀRÁRÂRÃRÄW-ÀwÁwÂwÃwÄwÒ.Ó.Ô.Õ.Ö."],
    [-102, "-XGYGÝKeKoKuKèKéKêKëKòKóKôKõKöKùKúKûKüLULÙLÚLÛLÜRCRÇX-"],
    [-243, "-Y-ÝT.Y-Ý-"],
    [-55, "-vKUKÙKÚKÛKÜVyVýVÿrxv-"],
    [
      -36,
      "-y-ý-ÿA.A:ACAGAOAQAcAdAeAoAqAtAÇAÒAÓAÔAÕAÖAçAèAéAêAëAòAóAôAõAöBCBGBOBSBÇBÒBÓBÔBÕBÖCYCÝDADVDÀDÁDÂDÃDÄFSFTH.JAJÀJÁJÂJÃJÄKAKaKÀKÁKÂKÃKÄKàKáKâKãKäKåL-LeLoLuLèLéLêLëLòLóLôLõLöLùLúLûLüO:OAOVOÀOÁOÂOÃOÄPnPrPsPuPñPùPúPûPüTTUZVOVÒVÓVÔVÕVÖWyWýWÿXTZ-exftfwfyfýfÿkakàkákâkãkäkåo.r:rdrgrhrmrnrqrrrñxcxçy-À.À:ÀCÀGÀOÀQÀcÀdÀeÀoÀqÀtÀÇÀÒÀÓÀÔÀÕÀÖÀçÀèÀéÀêÀëÀòÀóÀôÀõÀöÁ.Á:ÁCÁGÁOÁQÁcÁdÁeÁoÁqÁtÁÇÁÒÁÓÁÔÁÕÁÖÁçÁèÁéÁêÁëÁòÁóÁôÁõÁöÂ.Â:ÂCÂGÂOÂQÂcÂdÂeÂoÂqÂtÂÇÂÒÂÓÂÔÂÕÂÖÂçÂèÂéÂêÂëÂòÂóÂôÂõÂöÃ.Ã:ÃCÃGÃOÃQÃcÃdÃeÃoÃqÃtÃÇÃÒÃÓÃÔÃÕÃÖÃçÃèÃéÃêÃëÃòÃóÃôÃõÃöÄ.Ä:ÄCÄGÄOÄQÄcÄdÄeÄoÄqÄtÄÇÄÒÄÓÄÔÄÕÄÖÄçÄèÄéÄêÄëÄòÄóÄôÄõÄöÇYÇÝÐAÐVÐÀÐÁÐÂÐÃÐÄÒ:ÒAÒVÒÀÒÁÒÂÒÃÒÄÓ:ÓAÓVÓÀÓÁÓÂÓÃÓÄÔ:ÔAÔVÔÀÔÁÔÂÔÃÔÄÕ:ÕAÕVÕÀÕÁÕÂÕÃÕÄÖ:ÖAÖVÖÀÖÁÖÂÖÃÖÄÙZÚZÛZÜZèxéxêxëxò.ó.ô.õ.ö.ý-ÿ-",
    ],
    [
      -159,
      "ATAYAÝF:KTTATÀTÁTÂTÃTÄVaVeVoVàVáVâVãVäVåVèVéVêVëVòVóVôVõVöYAYÀYÁYÂYÃYÄv.ÀTÀYÀÝÁTÁYÁÝÂTÂYÂÝÃTÃYÃÝÄTÄYÄÝÝAÝÀÝÁÝÂÝÃÝÄ",
    ],
    [-131, "AVOXPAPÀPÁPÂPÃPÄRYRÝVAVÀVÁVÂVÃVÄWaWàWáWâWãWäWåXOXÒXÓXÔXÕXÖr-ÀVÁVÂVÃVÄVÒXÓXÔXÕXÖX"],
    [
      -112,
      "AWBYBÝDYDÝFeFuFèFéFêFëFùFúFûFüKCKOKÇKÒKÓKÔKÕKÖOYOÝRVRyRýRÿWAWÀWÁWÂWÃWÄYCYOYÇYÒYÓYÔYÕYÖf-v:w:ÀWÁWÂWÃWÄWÐYÐÝÒYÒÝÓYÓÝÔYÔÝÕYÕÝÖYÖÝÝCÝOÝÇÝÒÝÓÝÔÝÕÝÖ",
    ],
    [-139, "AyAýAÿVuVùVúVûVüÀyÀýÀÿÁyÁýÁÿÂyÂýÂÿÃyÃýÃÿÄyÄýÄÿ"],
    [-63, "BVR:Tikukùkúkûküoxxexoxèxéxêxëxòxóxôxõxöòxóxôxõxöx"],
    [-329, "F."],
    [-149, "FiFrKyKýKÿRTXCXÇf.y:Þ.ý:ÿ:"],
    [-215, "K-"],
    [-282, "LTYaYàYáYâYãYäYåÝaÝàÝáÝâÝãÝäÝå"],
    [-225, "LVT:"],
    [-272, "LYLÝY:YeYoYèYéYêYëYòYóYôYõYöÝ:ÝeÝoÝèÝéÝêÝëÝòÝóÝôÝõÝö"],
    [-319, "P.TyTýTÿ"],
    [-92, "PaPàPáPâPãPäPåReRoRuRèRéRêRëRòRóRôRõRöRùRúRûRüWrXeXèXéXêXë"],
    [-339, "TaTsTwTá"],
    [-348, "TcTeToTçTéTó"],
    [-301, "Tr"],
    [-311, "TuTú"],
    [-239, "TàTâTãTäTå"],
    [-288, "TèTêTë"],
    [-268, "TòTôTõTö"],
    [-281, "TùTûTü"],
    [-264, "V."],
    [-167, "V:"],
    [-235, "W.YuYùYúYûYüÝuÝùÝúÝûÝü"],
    [-415, "Y.Ý."],
    [-31, "ff"],
    [-292, "y.ý.ÿ."],
  ],
};

export const dejaVuSansBold: FontWidths = {
  widths: [
    [
      0x20,
      "jt py tn 1bo 13l 1l0 1dm hf q0*2 tr 1bo lm nm lm ks 13l*a mr*2 1bo*3 x0 1kw 181 17d 15r 1b8 12v*2 1ap 1bm l6*2 183 109 1km 1bm 1cd 15p 1cd 17t 14z 12t 1a7 181 1qr 17v 157 159 q0 ks q0 1bo sg*2 12e 14q xq 14q 12l or 14q 14i ji*2 11u ji 1na 14i 133 14q*2 s2 xv r7 14i 113 1gk 10p 113 x4 14i ks 14i 1bo",
    ],
    [
      0xa0,
      "jt py 13l*2 107 13l ks sg*2 1kw w3 10r 1bo nm 1kw sg*2 1bo ox*2 sg 15v 107 lm sg ox w3 10r 1mw*3 x0 181*6 1pq 15r 12v*4 l6*4 1bo 1bm 1cd*5 1bo 1cd 1a7*4 157 15z 14x 12e*6 1nm xq 12l*4 ji*4 133 14i 133*5 1bo 133 14i*4 113 14q 113 181 12e 181 12e 181 12e 15r xq 15r xq 15r xq 15r xq 1b8 14q 1bo 14q 12v 12l 12v 12l 12v 12l 12v 12l 12v 12l 1ap 14q 1ap 14q 1ap 14q 1ap 14q 1bm 14i 1je 18y l6 ji l6 ji l6 ji l6 ji l6 ji 16c 130 l6 ji 183 11u*2 109 ji 109 ji 109 ra 109 vo 10j l4 1bm 14i 1bm 14i 1bm 14i 1jx 1bm 14i 1cd 133 1cd 133 1cd 133 1ue 1q9 17t s2 17t s2 17t s2 14z xv 14z xv 14z xv 14z xv 12t r7 12t r7 12t r7 1a7 14i 1a7 14i 1a7 14i 1a7 14i 1a7 14i 1a7 14i 1qr 1gk 157 113 157 159 x4 159 x4 159 x4 or 14q 1a5 17d 14q 17d 14q 15r*2 xq 1bo 1e0 172 14q 134 12v 1cb 13l 12v or 1ap 194 1ng os m5 183 11u ki xo 1na 1bm 14i 1cd 1dp 133 1pl 1fw 18h 14q 17t 14z xv 12v ve r7 147 r7 12t 1bj 14i 1cd 1aa 19d 18a 159 x4 17y*2 10g x4 13l 17y 10g wl 14q l6 11h uy l6 2gh 28c 21u 1lf 1jr 130 1ws 1v4 1o0 181 12e l6 ji 1cd 133 1a7 14i 1a7 14i 1a7 14i 1a7 14i 1a7 14i 12l 181 12e 181 12e 1pq 1nm 1ap 14q 1ap 14q 183 11u 1cd 133 1cd 133 17y x4 ji 2gh 28c 21u 1ap 14q 21b 18s 1bm 14i 181 12e 1pq 1nm 1cd 133 181 12e 181 12e 12v 12l 12v 12l l6 ji l6 ji 1cd 133 1cd 133 17t s2 17t s2 1a7 14i 1a7 14i 14z xv 12t r7 13a yk 1bm 14i 1bm 1d7 1a1 11h 159 x4 181 12e 12v 12l 1cd 133 1cd 133 1cd 133 1cd 133 157 113 rz 1db t4 ji 1pw*2 181 15r xq 109 12t xv x4 18h yy 17d 1a7 181 12v 12l l6 ji 1cy 190 17t s2 157 113",
    ],
    [
      0x2b0,
      "px*2 ch hy*3 nd xm nq h6 tn lm*3 ku*2 ik*2 sg*6 hf sg*3 hf sg*3 j6*2 ku*2 sg*2 no io sg*6 jy sg nf ch lo nh ik sg*5 y5*2 sg*2 11e y5*4 sg y5*3 sg y5*8",
    ],
    [
      0x370,
      "13p w5 1m5 1bk h6*2 1bm 13v y5*2 sg xq va v9 mr l6 y5*4 p4 sg 19d lm 1c4 1le w2 y5 1eo y5 1jr 1ev m6 181 17d 109 181 12v 159 1bm 1cd l6 183 181 1km 1bm zy 1cd 1bm 15p y5 12v 12t 157 1cd 17v 1cc 1cd l6 157 133 vo 14i m6 12f 133 14q 12r 133 vo xm 14i 133 m6 14f 100 15v 12r xm 133 190 14q xq 18b 10b 12f 18i 10p 196 1dg m6 12f 133 12f 1dg 183 111 11l 16g 1ju 16g 19b 1dg 16b 1cd 133 15r xq 12v s3 13y 11j 1ga zo 1q6 1bn 1bc 14q 1gs 16b 15q 110 18v 126 16s 14q 12t xk 16b 14q xq ji 1cd 10o 10n 15z 14q 15r 1km 15n 14q 13q 15r 13q",
    ],
    [
      0x400,
      "12v*2 1dz 109 15r 14z l6*3 1to 1sa 1dz 1ai 1bm 17v 1bm 181 17d*2 109 1eo 12v 1xn 14f 1bm*2 1ai 1b9 1km 1bm 1cd 1bm 15p 15r 12t 17v 1kf 17v 1gs 19z 1ya 23f 1hg 1my 17d 15r 1us 17t 12e 13q 100 tq 19y 12l 1km x2 13v*2 12m 15o 1ai 13b 133 13b 14q xq wz 113 1kg 10p 166 132 1of 1qw 16r 1fg zz xq 1jb 10j 12l*2 14m tq xq xv ji*3 1ke 1ie 15s 12m 13v 113 13b",
    ],
    [
      0x1d2c,
      "rq 12v rb y5 tr oh*2 tf tz dc*2 rr mu zn tz*2 ug sz q9 rl og t3 13j q1*2 r9 14i r9*4 lz*2 r9 ch rq 11r px rr nj rr*2 r9 m2 px qb 11r si y5 pn oe om s1 n4 ch hy px si pn oe pn s1 n4 y5*c 14q tz y5*2 v1 y5 16i y5*7 t8 y5*l r9 nj*2 rr lz lg js r9 px jq g0 jq*2 oj ij ir l2 11s 11r vz vy pi rr uu o0 mj m2 x6 s4 mq pn si nr ts qq pw o7",
    ],
    [
      0x1e00,
      "181 12e 17d 14q 17d 14q 17d 14q 15r xq 1b8 14q 1b8 14q 1b8 14q 1b8 14q 1b8 14q 12v 12l 12v 12l 12v 12l 12v 12l 12v 12l 12v or 1ap 14q 1bm 14i 1bm 14i 1bm 14i 1bm 14i 1bm 14i l6 ji l6 ji 183 11u 183 11u 183 11u 109 ji 109 ji 109 ji 109 ji 1km 1na 1km 1na 1km 1na 1bm 14i 1bm 14i 1bm 14i 1bm 14i 1cd 133 1cd 133 1cd 133 1cd 133 15p 14q 15p 14q 17t s2 17t s2 17t s2 17t s2 14z xv 14z xv 14z xv 14z xv 14z xv 12t r7 12t r7 12t r7 12t r7 1a7 14i 1a7 14i 1a7 14i 1a7 14i 1a7 14i 181 113 181 113 1qr 1gk 1qr 1gk 1qr 1gk 1qr 1gk 1qr 1gk 17v 10p 17v 10p 157 113 159 x4 159 x4 159 x4 14i r7 1gk 113 12e or*3 1ez 133 181 12e 181 12e 181 12e 181 12e 181 12e 181 12e 181 12e 181 12e 181 12e 181 12e 181 12e 181 12e 12v 12l 12v 12l 12v 12l 12v 12l 12v 12l 12v 12l 12v 12l 12v 12l l6 ji l6 ji 1cd 133 1cd 133 1cd 133 1cd 133 1cd 133 1cd 133 1cd 133 1dp 133 1dp 133 1dp 133 1dp 133 1dp 133 1a7 14i 1a7 14i 1bj 14i 1bj 14i 1bj 14i 1bj 14i 1bj 14i 157 113 157 113 157 113 157 113 1i7 10m y5*4",
    ],
    [
      0x2000,
      "sg 1kw sg 1kw ir e8 9i 13l lm bd 5o 0*5 nm*2 13l sg 1kw*2 sg*2 lm*4 11e*4 sg*2 10d*2 iy 11y 1kw jt 0*7 bd 29x 2zc f0 pf zu f0 pf zu 15p ng*2 1jb zo x0 sg 1b4*2 iq 1m7 sg 9i q0*2 1mm 1b5*2 t7 107 sg*2 tr mr 1b4 tr vn 1kw 1b4 1bo 12w 1a9 1bo*2 lm 1dl 1bo lm*2 cn 0*5 y5*5 0*6 ox ch y5*2 ox*6 u1*3 ge*2 px ox*a u1*3 ge*2 y5 q1 r9 rr nh r9 px rq ch 11r px r9 lo m2 y5*3",
    ],
    [0x20a0, "1gv 13l*4 1na 13l 2ec 1wj 1qr 1fg 13l*4 276 13l*4 1cw 13l"],
    [
      0x2100,
      "1rp 1ul 15r 1ww 1ez 1q3 1t3 yy 13q 1pt y5 1p1 1fy 1ei 14i*2 xz 13o 1cq qu 1jf 1bm 1wg 1kw 13o 16o 1cd 1he 1ab 19l 1f0 14e 1m0 20v 1kw 16y 16x wv 1cd*2 17e j9 183 181 1gs 1ak 1cm 107 15i 19y 12v 1vd qg 196 15m s3 12x lm 1hs 24o 18x 15x 118 1d3 1bs 183 vp 109 179 1b8 14q 12l ji*2 y5 1dm y5*2 v5 y5 1mw*2 2cd 1mw*c z0 l6 11h 1hs 1qi 181 1qj 26u 2n5 1rr 17v 1rq 281 109 15r 1b8 1km ji yk 1dm 1jz 113 1iq 1xs 2cu 1j4 10p 1j4 1y6 ji xq 14q 1na 21b 1b8 21b 15r xq 15r y5*3 1mw y5*6 1bo*34 181 13l uy 12v*2 1cq 13n*2 1f0*2 16o 1f0*2 16o 107 18s*2 14u 1bo*2 13l ks 13l 1bo zm lm 11y*3 14i 1be 1bo 1f0*2 1bo sg*4 1a7*4 yp 1gu 21o w0 1jk 22o w0*3 13l*2 gq 13l 1bo*8 lc 1bo*j 1og*2 1bo*i 1bu*2 1nk*2 sg 1bo*v 1a7*3 1bo*4 19a*2 1bo*d 1g0*4 uv*2 1g0*8 1bo*6 1kw*2 1bo*2 uv 1a7*3 1bo*2 1by*4 zm lm zm 1bo 1kw*5 1bo 1a6*2 1bo*8 28x*2 1bo*k 1kw*4 1tv 1f0 16o 1f0*2 16o 1f0*2 1tv 1f0 16o 1f0 16o 1f0",
    ],
    [
      0x2300,
      "y9*2 14q 1bo*4 rs q0*4 1a0*4 1bo un y5*6 1gs 1bo y5*2 qo*4 yp*2 y5*2 1tk*2 28g 1tk 2a4 y5*2 28g 1do y5*1y m6 14q 1dg y5*4 133 y5*2 1d3 y5*9 1tk y5*c 1do y5*6 sg*c 16o*7 yp y5*v 1bo 1hr y5*j 1do y5 17r y5*2 13l y5*n",
    ],
    [
      0x2500,
      "y9*3k 17r*w 1hr*a 12k*2 1hr*2 vb*2 17r*4 sk*2 17r*2 sk*2 17r*4 sk*2 17r*2 sk*2 17r*5 1dn s4 1dn*b tz*2 1bt 1j7*3 m1*4 17r*6 10d 1hr*5 17r*3 1ro 1hr*4 1dn*4 17r*3 1b8*2 15o*2 17r 1f0 1kw 1f0*5 wl 1ez 1f0 1ej*2 127 1lm 1yv 1z5 1f0*3 ua 1f0*9 yn 1f0 yn 1f0*4 122 16g 10y 18l v0 1f0*3 14f 1f0*c 1nb*3 1f0*3 yx 15o*2 1f0*13 qu 10b 1f0*2 qu kc rj 16k 17k 1f0*e 1dg*6 1f0*f us 1f0*7 y5 1f0*3 13y 1l5 1pz 1uu 1fd 1bo*a 1c0 1bo 15o*4 1cc 15o*2 y5*7 1bo*4 y5*u 15o y5*t",
    ],
    [0x27c0, "y5*5 q0*2 y5*p s4 y5*5 rq*2 q0*2 150*2 y5*4 1bo*4 1tu 29k*b"],
    [0x2a00, "1kw*3 y5*9 2mi w0*g y5*i 1bo y5*1m 1bo*2 y5*h 1bo*10 y5*d 1bo*d y5*1q 1bo*2 y5*5"],
  ],
  kerns: [
    [38, "A,A.A:A;CSD-O-PyPýPÿQ-R,R.À,À.À:À;Á,Á.Á:Á;Â,Â.Â:Â;Ã,Ã.Ã:Ã;Ä,Ä.Ä:Ä;ÇSÐ-Ò-Ó-Ô-Õ-Ö-Ø-"],
    [47, "C-TTÇ-"],
    [-301, "-T-Y-ÝF.T-Y-r,Ý-"],
    [-149, "-VDYDÝV-YuYùYúYûYüÐYÐÝÝuÝùÝúÝûÝü"],
    [-92, "-WAWKCKOKÇKÒKÓKÔKÕKÖRTRyRýRÿSSV:V;W-WAWÀWÁWÂWÃWÄÀWÁWÂWÃWÄW"],
    [-167, "-XW,W.X-v,v."],
    [-159, "ATLWTATÀTÁTÂTÃTÄTøy,ÀTÁTÂTÃTÄTý,ÿ,"],
    [
      -63,
      "AUAÙAÚAÛAÜF-UAUÀUÁUÂUÃUÄW:W;ayaýaÿÀUÀÙÀÚÀÛÀÜÁUÁÙÁÚÁÛÁÜÂUÂÙÂÚÂÛÂÜÃUÃÙÃÚÃÛÃÜÄUÄÙÄÚÄÛÄÜÙAÙÀÙÁÙÂÙÃÙÄÚAÚÀÚÁÚÂÚÃÚÄÛAÛÀÛÁÛÂÛÃÛÄÜAÜÀÜÁÜÂÜÃÜÄàyàýàÿáyáýáÿâyâýâÿãyãýãÿäyäýäÿåyåýåÿ",
    ],
    [-139, "AVLyLýLÿVAVÀVÁVÂVÃVÄÀVÁVÂVÃVÄV"],
    [-196, "AYAÝTæYAYÀYÁYÂYÃYÄÀYÀÝÁYÁÝÂYÂÝÃYÃÝÄYÄÝÝAÝÀÝÁÝÂÝÃÝÄ"],
    [
      -73,
      "AvAyAýAÿLOLULÒLÓLÔLÕLÖLØLÙLÚLÛLÜOXOYOÝVuVùVúVûVüWaWeWoWàWáWâWãWäWåWæWèWéWêWëWòWóWôWõWöWøXCXOXÇXÒXÓXÔXÕXÖXØYCYOYÇYÒYÓYÔYÕYÖÀvÀyÀýÀÿÁvÁyÁýÁÿÂvÂyÂýÂÿÃvÃyÃýÃÿÄvÄyÄýÄÿÒXÒYÒÝÓXÓYÓÝÔXÔYÔÝÕXÕYÕÝÖXÖYÖÝØXÝCÝOÝÇÝÒÝÓÝÔÝÕÝÖ",
    ],
    [-83, "BVFeFoFèFéFêFëFòFóFôFõFöFø"],
    [-112, "BWBYBÝF:F;FyFýFÿRYRÝT:T;VaVeVoVàVáVâVãVäVåVæVèVéVêVëVòVóVôVõVöVøf,f."],
    [-329, "F,"],
    [-235, "FAFÀFÁFÂFÃFÄ"],
    [-120, "FaFàFáFâFãFäFåFæ"],
    [-131, "FrKyKýKÿw,w."],
    [-102, "FuFùFúFûFü"],
    [-36, "GTKUKeKoKuKÙKÚKÛKÜKèKéKêKëKòKóKôKõKöKøKùKúKûKüP-PsVOViVÒVÓVÔVÕVÖVØWrYØZ-f-Æ-ØAØVØYØÀØÁØÂØÃØÄØÝÝØ"],
    [-45, "GYGÝO,O.køÒ,Ò.Ó,Ó.Ô,Ô.Õ,Õ.Ö,Ö.Ø,Ø."],
    [-178, "K-Y:Y;Ý:Ý;"],
    [
      -55,
      "KØOAOVOÀOÁOÂOÃOÄPaPàPáPâPãPäPåPæXeXèXéXêXëkekokèkékêkëkòkókôkõköÒAÒVÒÀÒÁÒÂÒÃÒÄÓAÓVÓÀÓÁÓÂÓÃÓÄÔAÔVÔÀÔÁÔÂÔÃÔÄÕAÕVÕÀÕÁÕÂÕÃÕÄÖAÖVÖÀÖÁÖÂÖÃÖÄ",
    ],
    [-339, "LTY,Y.Ý,Ý."],
    [-282, "LV"],
    [-319, "LYLÝ"],
    [-376, "P,P."],
    [
      -188,
      "PAPÀPÁPÂPÃPÄYaYeYoYàYáYâYãYäYåYæYèYéYêYëYòYóYôYõYöYøy.ÝaÝeÝoÝàÝáÝâÝãÝäÝåÝæÝèÝéÝêÝëÝòÝóÝôÝõÝöÝøý.ÿ.",
    ],
    [-292, "T,r."],
    [-311, "T."],
    [-264, "TaTáV,V."],
    [-272, "TcTeToTsTçTéTó"],
    [-225, "TrTuTwTú"],
    [-243, "TyTýTÿ"],
    [-164, "TàTâTãTäTå"],
    [-212, "TèTêTë"],
    [-192, "TòTôTõTö"],
    [-195, "TùTûTü"],
    [-123, "ff"],
    [-75, "fifl"],
  ],
};
