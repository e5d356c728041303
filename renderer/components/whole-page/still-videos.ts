/**
 * Lays a picture of what each film shows over it: paper and pictures of the page hold no films.
 *
 * @returns what takes the pictures away
 */
export function stillVideos(root: HTMLElement): () => void {
  const made = [...root.querySelectorAll('video')].flatMap((video) => still(video) ?? []);
  return () => {
    for (const canvas of made) canvas.remove();
  };
}

function still(video: HTMLVideoElement): HTMLCanvasElement | undefined {
  const { videoWidth, videoHeight, offsetWidth, offsetHeight } = video;
  const hasPicture = video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && videoWidth > 0;
  if (!hasPicture || offsetWidth === 0) return undefined;
  const canvas = document.createElement('canvas');
  canvas.width = videoWidth;
  canvas.height = videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  Object.assign(canvas.style, {
    position: 'absolute',
    left: `${video.offsetLeft}px`,
    top: `${video.offsetTop}px`,
    width: `${offsetWidth}px`,
    height: `${offsetHeight}px`,
    objectFit: 'contain',
  });
  video.after(canvas);
  return canvas;
}
