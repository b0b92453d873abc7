package io.eidolon.training;

import java.util.Set;

import io.eidolon.training.network.PictureSize;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/** Reads the size of pictures; that of squares is a number in a recipe. */
@ConfigurationPropertiesBinding
class PictureSizeConverter implements GenericConverter {

	@Override
	public Set<ConvertiblePair> getConvertibleTypes() {
		return Set.of(new ConvertiblePair(String.class, PictureSize.class),
				new ConvertiblePair(Integer.class, PictureSize.class));
	}

	@Override
	public Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
		return PictureSize.of(String.valueOf(source));
	}

}
