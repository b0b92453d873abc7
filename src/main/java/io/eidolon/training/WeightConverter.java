package io.eidolon.training;

import io.eidolon.training.exchange.WeightFiles;
import io.eidolon.training.loop.StopRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes weights as safetensors, for other programs. */
class WeightConverter implements Task {

	private static final Logger logger = LoggerFactory.getLogger(WeightConverter.class);

	private final WeightProperties properties;

	WeightConverter(WeightProperties properties) {
		this.properties = properties;
	}

	@Override
	public boolean run(String[] arguments, StopRequest stop) {
		int tensors = WeightFiles.convert(this.properties.from(), this.properties.to());
		logger.info("Wrote {} tensors to {}", tensors, this.properties.to());
		return true;
	}

}
