// The built-in page: the layer itself paints it, so there is nothing to load and nothing to fail.

SlidePage {
}
