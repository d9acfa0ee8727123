/**
 * Ends the task that is running, and goes on in another: the browser can paint and listen in between. What is long
 * must not be done all at one go.
 */
export function pause(): Promise<void> {
  return new Promise((resume) => setTimeout(resume));
}
