/** Sentences of the game: none of them stands in the chapters. The first letter is given, as Shannon gave a beginning. */
export const sentences = [
  'every river knows the way down',
  'who walks slowly sees the road',
  'the fog hides the far valley',
  'rain remembers every slope',
  'nobody sees the whole map',
  'water always finds the sea',
] as const;
