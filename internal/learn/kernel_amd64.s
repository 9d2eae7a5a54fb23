#include "textflag.h"

// func cpuid(leaf, sub uint32) (a, b, c, d uint32)
TEXT ·cpuid(SB), NOSPLIT, $0-24
	MOVL leaf+0(FP), AX
	MOVL sub+4(FP), CX
	CPUID
	MOVL AX, a+8(FP)
	MOVL BX, b+12(FP)
	MOVL CX, c+16(FP)
	MOVL DX, d+20(FP)
	RET

// func xgetbv() uint32
TEXT ·xgetbv(SB), NOSPLIT, $0-4
	XORL CX, CX
	XGETBV
	MOVL AX, ret+0(FP)
	RET

// func axpyAVX(dst, x *float32, a float32, n int)
// dst += a*x, eight lanes at a time, product and sum rounded apart as the Go version does.
TEXT ·axpyAVX(SB), NOSPLIT, $0-32
	MOVQ dst+0(FP), DI
	MOVQ x+8(FP), SI
	VBROADCASTSS a+16(FP), Y0
	MOVQ n+24(FP), CX
axpyLoop:
	VMULPS (SI), Y0, Y1
	VADDPS (DI), Y1, Y1
	VMOVUPS Y1, (DI)
	ADDQ $32, SI
	ADDQ $32, DI
	SUBQ $8, CX
	JG   axpyLoop
	VZEROUPPER
	RET

// func dotAVX(x, y *float32, n int) float32
// Eight running sums, added pairwise at the end: (0+4)+(2+6) + (1+5)+(3+7).
TEXT ·dotAVX(SB), NOSPLIT, $0-28
	MOVQ x+0(FP), SI
	MOVQ y+8(FP), DI
	MOVQ n+16(FP), CX
	VXORPS Y0, Y0, Y0
dotLoop:
	VMOVUPS (SI), Y1
	VMULPS (DI), Y1, Y1
	VADDPS Y1, Y0, Y0
	ADDQ $32, SI
	ADDQ $32, DI
	SUBQ $8, CX
	JG   dotLoop
	VEXTRACTF128 $1, Y0, X1
	VADDPS X1, X0, X0
	VMOVHLPS X0, X0, X1
	VADDPS X1, X0, X0
	VMOVSHDUP X0, X1
	VADDSS X1, X0, X0
	VMOVSS X0, ret+24(FP)
	VZEROUPPER
	RET

// func adagradAVX(w, g2, x *float32, d, rate float32, n int)
// g = d*x; g2 += g*g; w -= rate*g/sqrt(g2)
TEXT ·adagradAVX(SB), NOSPLIT, $0-40
	MOVQ w+0(FP), DI
	MOVQ g2+8(FP), SI
	MOVQ x+16(FP), DX
	VBROADCASTSS d+24(FP), Y0
	VBROADCASTSS rate+28(FP), Y1
	MOVQ n+32(FP), CX
adaLoop:
	VMULPS (DX), Y0, Y2
	VMULPS Y2, Y2, Y3
	VADDPS (SI), Y3, Y3
	VMOVUPS Y3, (SI)
	VSQRTPS Y3, Y3
	VMULPS Y1, Y2, Y2
	VDIVPS Y3, Y2, Y2
	VMOVUPS (DI), Y4
	VSUBPS Y2, Y4, Y4
	VMOVUPS Y4, (DI)
	ADDQ $32, DI
	ADDQ $32, SI
	ADDQ $32, DX
	SUBQ $8, CX
	JG   adaLoop
	VZEROUPPER
	RET

// func addRowsAVX(dst *int16, table *int8, rows *uint32, n, width int)
// dst += the sum of table[rows[i]*width:][:width]; width is a multiple of 64.
TEXT ·addRowsAVX(SB), NOSPLIT, $0-40
	MOVQ dst+0(FP), DI
	MOVQ table+8(FP), SI
	MOVQ rows+16(FP), DX
	MOVQ n+24(FP), R8
	MOVQ width+32(FP), R9
	XORQ R10, R10
block:
	VMOVDQU (DI), Y0
	VMOVDQU 32(DI), Y1
	VMOVDQU 64(DI), Y2
	VMOVDQU 96(DI), Y3
	XORQ R11, R11
	JMP  rowTest
row:
	MOVL (DX)(R11*4), AX
	IMULQ R9, AX
	ADDQ R10, AX
	VPMOVSXBW (SI)(AX*1), Y4
	VPMOVSXBW 16(SI)(AX*1), Y5
	VPMOVSXBW 32(SI)(AX*1), Y6
	VPMOVSXBW 48(SI)(AX*1), Y7
	VPADDW Y4, Y0, Y0
	VPADDW Y5, Y1, Y1
	VPADDW Y6, Y2, Y2
	VPADDW Y7, Y3, Y3
	INCQ R11
rowTest:
	CMPQ R11, R8
	JL   row
	VMOVDQU Y0, (DI)
	VMOVDQU Y1, 32(DI)
	VMOVDQU Y2, 64(DI)
	VMOVDQU Y3, 96(DI)
	ADDQ $128, DI
	ADDQ $64, R10
	CMPQ R10, R9
	JL   block
	VZEROUPPER
	RET

// func dotRowsAVX(out *int32, x, w *int16, rows, width int)
// out[k] = dot(x, w[k*width:][:width]) for k < rows; width is a multiple of 64.
TEXT ·dotRowsAVX(SB), NOSPLIT, $0-40
	MOVQ out+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ w+16(FP), DX
	MOVQ rows+24(FP), R8
	MOVQ width+32(FP), R9
	ADDQ R9, R9
outRow:
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	XORQ R10, R10
outCol:
	VMOVDQU (SI)(R10*1), Y2
	VMOVDQU 32(SI)(R10*1), Y3
	VMOVDQU 64(SI)(R10*1), Y4
	VMOVDQU 96(SI)(R10*1), Y5
	VPMADDWD (DX)(R10*1), Y2, Y2
	VPMADDWD 32(DX)(R10*1), Y3, Y3
	VPMADDWD 64(DX)(R10*1), Y4, Y4
	VPMADDWD 96(DX)(R10*1), Y5, Y5
	VPADDD Y2, Y0, Y0
	VPADDD Y3, Y1, Y1
	VPADDD Y4, Y0, Y0
	VPADDD Y5, Y1, Y1
	ADDQ $128, R10
	CMPQ R10, R9
	JL   outCol
	VPADDD Y1, Y0, Y0
	VEXTRACTI128 $1, Y0, X1
	VPADDD X1, X0, X0
	VPSHUFD $0x4E, X0, X1
	VPADDD X1, X0, X0
	VPSHUFD $0xB1, X0, X1
	VPADDD X1, X0, X0
	VMOVD X0, (DI)
	ADDQ $4, DI
	ADDQ R9, DX
	DECQ R8
	JG   outRow
	VZEROUPPER
	RET
