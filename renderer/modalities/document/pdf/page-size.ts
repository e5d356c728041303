/** A page with its natural size in PDF points. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}
