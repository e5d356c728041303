/** A subdomain of UniM with its published number of easy, medium and hard instances. */
export interface SubdomainSize {
  readonly field: string;
  readonly name: string;
  readonly difficulties: readonly [number, number, number];
}

/** @source arXiv:2603.05075, dataset statistics; 31,026 in all */
export const SUBDOMAINS: readonly SubdomainSize[] = [
  { field: 'natural_science', name: 'math', difficulties: [806, 777, 48] },
  { field: 'natural_science', name: 'physics', difficulties: [40, 591, 374] },
  { field: 'natural_science', name: 'chemistry', difficulties: [312, 617, 113] },
  { field: 'natural_science', name: 'biology', difficulties: [545, 333, 263] },
  { field: 'natural_science', name: 'computer_science', difficulties: [72, 868, 218] },
  { field: 'natural_science', name: 'programming', difficulties: [15, 64, 743] },
  { field: 'natural_science', name: 'engineering', difficulties: [299, 310, 549] },
  { field: 'natural_science', name: 'medicine', difficulties: [666, 462, 77] },
  { field: 'natural_science', name: 'earth_science', difficulties: [212, 155, 273] },
  { field: 'natural_science', name: 'environmental_science', difficulties: [562, 186, 74] },
  { field: 'social_science', name: 'finance', difficulties: [739, 1694, 135] },
  { field: 'social_science', name: 'law', difficulties: [256, 634, 121] },
  { field: 'social_science', name: 'linguistics', difficulties: [570, 207, 53] },
  { field: 'social_science', name: 'psychology', difficulties: [398, 300, 397] },
  { field: 'social_science', name: 'education', difficulties: [165, 463, 72] },
  { field: 'social_science', name: 'history', difficulties: [402, 196, 225] },
  { field: 'social_science', name: 'art', difficulties: [747, 1492, 279] },
  { field: 'social_science', name: 'sociology', difficulties: [65, 879, 182] },
  { field: 'social_science', name: 'politics', difficulties: [204, 153, 56] },
  { field: 'social_science', name: 'philosophy', difficulties: [299, 191, 0] },
  { field: 'general_area', name: 'sports', difficulties: [57, 313, 486] },
  { field: 'general_area', name: 'news', difficulties: [200, 456, 350] },
  { field: 'general_area', name: 'culture', difficulties: [128, 170, 100] },
  { field: 'general_area', name: 'entertainment', difficulties: [301, 188, 299] },
  { field: 'general_area', name: 'food', difficulties: [256, 624, 296] },
  { field: 'general_area', name: 'architecture', difficulties: [557, 601, 59] },
  { field: 'general_area', name: 'tourism', difficulties: [363, 617, 105] },
  { field: 'general_area', name: 'fashion', difficulties: [700, 160, 85] },
  { field: 'general_area', name: 'health', difficulties: [662, 348, 215] },
  { field: 'general_area', name: 'pets', difficulties: [80, 39, 13] },
];
