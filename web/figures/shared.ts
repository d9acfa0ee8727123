/** The piece that every figure needs besides its own: asked for by this name, it holds what two of them share. */
export {};
