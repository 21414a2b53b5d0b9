declare module "hungarian-on3" {
  /** Rows with the columns given to them, at the least total cost. */
  export default function hungarian(costs: number[][]): [row: number, column: number][];
}
