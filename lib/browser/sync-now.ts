/** Starts what keeps the device in step: mounted once by the shell. A second call does nothing. */
export function startSync(): void {}

/** Sends now what waits and asks for news; what the button does. */
export async function syncNow(): Promise<void> {}

/** Lets one item that needed a person, or waits long, go again. */
export async function retryItem(id: string): Promise<void> {
  void id;
}
