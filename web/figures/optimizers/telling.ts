/** What each of them does, in a sentence: what it remembers, and what it pays for a step. */
const SENTENCES: Readonly<Record<string, string>> = {
  gradient_descent: 'Takes the slope underfoot, and forgets it.',
  momentum: 'Adds up its slopes while old ones fade: across the ravine they cancel, along it they grow.',
  nesterov: 'Rolls like momentum, but looks at the slope a little ahead.',
  adagrad: 'Divides each dial’s slope by the size of all its slopes so far, and so slows down for good.',
  rmsprop: 'Divides by the size of recent slopes only, and so keeps its pace.',
  adadelta: 'Like RMSProp, with a rate taken from the steps it has made: it begins very slowly.',
  adam: 'Averages its slopes, and divides by the size of recent ones: a rate for every dial.',
  amsgrad: 'Adam with a divisor that never shrinks.',
  adamw: 'Adam that also shrinks the dials a little with every step.',
  adamax: 'Adam that divides by the largest of the recent slopes.',
  nadam: 'Adam that looks ahead, as Nesterov does.',
  radam: 'Adam that does not trust its divisor until it has seen enough slopes.',
  lion: 'Asks only for the sign of its average: every step is equally long.',
  conjugate_gradient: 'Turns so as not to undo its last direction, and tries several lengths along the new one.',
  lbfgs: 'Guesses the curvature from the slopes it has met, and tries several lengths.',
  newton: 'Asks for the curvature itself, and goes to where the slope would be zero.',
};

export const tells = (name: string): string => SENTENCES[name] ?? '';
