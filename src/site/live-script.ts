/** Where a page that is served listens for changes. */
export const EVENTS_PATH = '/-/events'

/** The event that says which build is shown. */
export const BUILD_EVENT = 'build'

/** The script of a page that is served: it loads the page again when there is another build. */
export function liveScript(build: string): string {
  const known = JSON.stringify(build)
  return `new EventSource('${EVENTS_PATH}').addEventListener('${BUILD_EVENT}',(event)=>{if(event.data!==${known})location.reload()})`
}
