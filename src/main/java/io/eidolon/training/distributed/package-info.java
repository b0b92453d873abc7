/**
 * Lets several processes train one generator: who they are, and what they tell each
 * other.
 */
@NullMarked
package io.eidolon.training.distributed;

import org.jspecify.annotations.NullMarked;
