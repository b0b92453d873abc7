package io.eidolon.web.http;

/**
 * The fields of a form beside its files. One that is empty counts as left out, as
 * browsers send what nobody has filled in.
 */
public interface FormFields {

}
