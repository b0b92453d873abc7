package io.eidolon.jobs;

import java.io.InputStream;

import io.eidolon.store.BucketFile;

import org.springframework.core.io.AbstractResource;

/** A file of a store, which an answer streams. */
final class BucketResource extends AbstractResource {

	private final BucketFile file;

	BucketResource(BucketFile file) {
		this.file = file;
	}

	@Override
	public boolean exists() {
		return true;
	}

	@Override
	public long contentLength() {
		return this.file.bytes();
	}

	@Override
	public InputStream getInputStream() {
		return this.file.read();
	}

	@Override
	public String getDescription() {
		return this.file.name();
	}

}
