export { didYouMean, isSlip, nearestName } from '#journey';
