import type { Latency } from '../model/latency.ts'
import type { Priority } from './priority.ts'

/**
 * Many people who are to be sent at once, and what else the subscription calls meanwhile: all its
 * webhooks share the connections. Times are milliseconds of virtual time.
 */
export interface Burst {
  readonly leads: number
  /** The people come evenly over so long; all at once when zero. */
  readonly over: number
  /** How many calls the subscription makes at a time, over all its webhooks. */
  readonly width: number
  readonly seed: number
  /** Calls that take longer are ended. */
  readonly timeout: number
  readonly webhooks: readonly BurstWebhook[]
  /** Every person of the burst runs through each of them. */
  readonly roads: readonly Road[]
  /** What other people run through meanwhile. */
  readonly beside: readonly Road[]
  /** How often somebody enters each road beside; nobody does when undefined. */
  readonly besideEvery: number | undefined
}

/** A webhook of the subscription, and what is known of its endpoint. */
export interface BurstWebhook {
  readonly id: string
  /** On the screen, where it is unique in its subscription. */
  readonly name: string
  readonly latency: Latency
  /** Where the latency comes from: the command line, the definition, or nobody knows better. */
  readonly latencySource: 'given' | 'definition' | 'assumed'
  /** The part of the calls that end with an error, from 0 to 1. */
  readonly failing: number
  readonly retry: Retry
  /** Whether something of its answers is written to the person. */
  readonly writesBack: boolean
}

/** How often a failed call is made again, and after how long. Marketo never does so by itself: a campaign does. */
export interface Retry {
  readonly times: number
  readonly after: number
}

/** The calls that one person brings about in a campaign, at least one, one after the other: the flow waits for each. */
export interface Road {
  readonly campaign: string
  readonly priority: Priority
  readonly calls: readonly RoadCall[]
}

export interface RoadCall {
  /** Index among the webhooks of the burst. */
  readonly webhook: number
  /** How long the flow waits before it. */
  readonly pause: number
}
