/**
 * An example of own networks: multilayer perceptrons, as Goodfellow et al. 2014 trained
 * first. In a jar of its own, this package and the file
 * {@code META-INF/services/io.eidolon.training.network.NetworkFamily} with the line
 * {@code example.perceptron.PerceptronFamily} are all that there is to it.
 */
@NullMarked
package example.perceptron;

import org.jspecify.annotations.NullMarked;
