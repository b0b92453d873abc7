package io.eidolon.store;

/**
 * An object in a store.
 *
 * @param path its key below the prefix, such as peeps/generator.onnx
 * @param size its bytes
 * @param tag what is another once the object is
 */
record StoredObject(String path, long size, String tag) {

}
