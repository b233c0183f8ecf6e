"""The reader of OpenDocument text (ODF 1.3): .odt, .ott, .fodt."""
