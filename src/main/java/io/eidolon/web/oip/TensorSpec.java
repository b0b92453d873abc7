package io.eidolon.web.oip;

import java.util.List;
import java.util.stream.Stream;

import io.eidolon.serving.InvalidParameterException;

/**
 * What a model says of a tensor.
 *
 * @param name its name
 * @param datatype of its elements
 * @param shape -1 where any number is allowed
 */
record TensorSpec(String name, Datatype datatype, List<Long> shape) {

	private static final long ANY = -1;

	/** A tensor of any number of rows. */
	static TensorSpec of(String name, Datatype datatype, Long... row) {
		return new TensorSpec(name, datatype, Stream.concat(Stream.of(ANY), Stream.of(row)).toList());
	}

	/**
	 * Holds a tensor to what is said.
	 * @throws InvalidParameterException when it is another one
	 */
	void check(WireTensor tensor) {
		boolean whole = this.datatype == Datatype.INT64 && tensor.datatype() == Datatype.INT32;
		if (tensor.datatype() != this.datatype && !whole) {
			throw new InvalidParameterException(this.name, tensor.datatype(), this.datatype.name());
		}
		boolean fits = tensor.shape().size() == this.shape.size();
		for (int i = 0; fits && i < this.shape.size(); i++) {
			fits = this.shape.get(i) == ANY || this.shape.get(i).equals(tensor.shape().get(i));
		}
		if (!fits) {
			throw new InvalidParameterException(this.name, "shape " + tensor.shape(), "of shape " + this.shape);
		}
		checkLength(tensor);
	}

	private void checkLength(WireTensor tensor) {
		long elements = 1;
		for (long size : tensor.shape()) {
			if (size < 1 || size > Integer.MAX_VALUE) {
				throw new InvalidParameterException(this.name, "shape " + tensor.shape(), "of at least one row");
			}
			elements = Math.multiplyHigh(elements, size) == 0 ? elements * size : Long.MAX_VALUE;
		}
		long found = (tensor.datatype().width() > 0) ? tensor.data().length / tensor.datatype().width()
				: tensor.elements().size();
		boolean divides = tensor.datatype().width() == 0 || tensor.data().length % tensor.datatype().width() == 0;
		if (found != elements || !divides) {
			throw new InvalidParameterException(this.name, found + " elements",
					"as many as its shape %s says".formatted(tensor.shape()));
		}
	}

}
