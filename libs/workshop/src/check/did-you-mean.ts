export { didYouMean } from '#journey';
