import { expect, test } from 'vitest'
import { blockBar, blockColumns } from '../../src/chart/block-chart.ts'

test('columns rise in eighths, from the bottom', () => {
  expect(blockColumns([0, 1, 2, 3, 4], { width: 5, height: 2, max: 4 })).toEqual(['   ▄█', ' ▄███'])
})

test('more values than columns are averaged, fewer are widened', () => {
  expect(blockColumns([0, 4, 4, 4], { width: 2, height: 1, max: 4 })).toEqual(['▄█'])
  expect(blockColumns([2, 4], { width: 4, height: 1, max: 4 })).toEqual(['▄▄██'])
})

test('where there is nothing, nothing is drawn', () => {
  expect(blockColumns([0, 0], { width: 3, height: 2, max: 0 })).toEqual(['   ', '   '])
  expect(blockBar(0, 10)).toBe('')
})

test('a bar is as long as its part, and what is small is still seen', () => {
  expect(blockBar(1, 10)).toBe('██████████')
  expect(blockBar(0.25, 10)).toBe('██▌')
  expect(blockBar(0.0001, 10)).toBe('▏')
})
