import { expect, it } from 'vitest'
import { branchesOf } from './branch.ts'

const categories = [
  { id: 1, path: '/1/' },
  { id: 2, path: '/2/' },
  { id: 3, path: '/1/3/' },
  { id: 4, path: '/1/3/4/' },
  { id: 5, path: '/2/5/' },
]
const duties = [{ categoryId: 4 }, { categoryId: 4 }, { categoryId: 1 }]

it('reads the tree from top to bottom with what each part holds in all', () => {
  const shape = branchesOf(categories, duties).map(({ category, depth, total, duties: own }) => [category.id, depth, own.length, total])
  expect(shape).toEqual([
    [1, 1, 1, 3],
    [3, 2, 0, 2],
    [4, 3, 2, 2],
  ])
})

it('leaves out what is empty unless asked', () => {
  expect(branchesOf(categories, duties, true).map((branch) => branch.category.id)).toEqual([1, 3, 4, 2, 5])
})

it('starts at the top of what it is given, also in the middle of the tree', () => {
  const part = categories.filter((one) => one.path.startsWith('/1/3/'))
  expect(branchesOf(part, duties).map((branch) => [branch.category.id, branch.depth])).toEqual([
    [3, 1],
    [4, 2],
  ])
})
