// What the benchmark uses of the libraries, which are installed for it alone and not where types are checked.

declare module '@jax-js/jax' {
  /** Counts its references: every use takes one, and `ref` makes one more. */
  export interface Array {
    readonly ref: Array;
    add(other: Array | number): Array;
    sub(other: Array | number): Array;
    mul(other: Array | number): Array;
    sum(): Array;
    reshape(shape: number[]): Array;
    data(): Promise<Float32Array>;
    blockUntilReady(): Promise<Array>;
  }
  export const numpy: {
    array(numbers: Float32Array): Array;
    dot(a: Array, b: Array): Array;
    tanh: (a: Array) => Array;
    square(a: Array): Array;
  };
  export const nn: { sigmoid: (a: Array) => Array };
  export function init(...devices: string[]): Promise<string[]>;
  export function defaultDevice(device: string): void;
  export function jit<F>(work: F): F;
  /** By the first argument. */
  export function grad<First, Rest extends unknown[]>(
    loss: (first: First, ...rest: Rest) => Array,
  ): (first: First, ...rest: Rest) => First;
}

declare module '@tensorflow/tfjs' {
  export interface Tensor {
    dataSync(): Float32Array;
  }
  export function tensor1d(numbers: Float32Array): Tensor;
  export function tensor2d(numbers: Float32Array, shape: [number, number]): Tensor;
  export function variable(first: Tensor): Tensor;
  export function add(a: Tensor, b: Tensor): Tensor;
  export function sub(a: Tensor, b: Tensor): Tensor;
  export function div(a: Tensor, b: number): Tensor;
  export function matMul(a: Tensor, b: Tensor): Tensor;
  export function square(a: Tensor): Tensor;
  export function sum(a: Tensor): Tensor;
  export function sigmoid(a: Tensor): Tensor;
  export function tanh(a: Tensor): Tensor;
  export function tidy<T>(work: () => T): T;
  export function setBackend(name: string): Promise<boolean>;
  export function ready(): Promise<void>;
  export const train: { sgd(rate: number): { minimize(loss: () => Tensor): void } };
}

declare module '@tensorflow/tfjs-backend-wasm' {
  export function setWasmPaths(folder: string): void;
}

declare module 'convnetjs' {
  interface Vol {
    w: Float64Array;
  }
  interface Net {
    layers: unknown[];
    makeLayers(layers: Record<string, unknown>[]): void;
    forward(input: Vol): Vol;
  }
  interface Trainer {
    train(input: Vol, target: number[]): void;
  }
  type Options = Record<string, unknown>;
  const convnetjs: {
    Vol: new (numbers: number[]) => Vol;
    Net: new () => Net;
    Trainer: new (net: Net, options: Options) => Trainer;
    SigmoidLayer: new (options: Options) => unknown;
    TanhLayer: new (options: Options) => unknown;
  };
  export default convnetjs;
}

declare module 'brain.js/dist/neural-network.js' {
  interface Example {
    input: ArrayLike<number>;
    output: ArrayLike<number>;
  }
  interface NeuralNetwork {
    trainOpts: { momentum: number };
    prepTraining(data: Example[], options: Record<string, unknown>): { data: Example[] };
    trainPatterns(data: Example[]): void;
    run(input: ArrayLike<number>): ArrayLike<number>;
  }
  type Constructor = new (options: Record<string, unknown>) => NeuralNetwork;
  /** Which of the two depends on who bundles it. */
  const exported: Constructor & { default?: Constructor };
  export default exported;
}
