<SUBMISSION>
<ACCESSION-NUMBER>0009999001-03-000001
<TYPE>S-8
<PUBLIC-DOCUMENT-COUNT>2
<FILING-DATE>20030929
<DATE-OF-FILING-DATE-CHANGE>20030926
<EFFECTIVENESS-DATE>20030929
<FILER>
<COMPANY-DATA>
<CONFORMED-NAME>LANTERN QUARRY INC /DE/
<CIK>0009999002
<ASSIGNED-SIC>2911
<IRS-NUMBER>112345678
<STATE-OF-INCORPORATION>DE
<FISCAL-YEAR-END>1130
</COMPANY-DATA>
<FILING-VALUES>
<FORM-TYPE>S-8
<ACT>33
<FILE-NUMBER>333-09876
<FILM-NUMBER>03912345
</FILING-VALUES>
<BUSINESS-ADDRESS>
<STREET1>1 LANTERN WAY
<CITY>SPRINGFIELD
<STATE>TN
<ZIP>37902
<PHONE>8655551234
</BUSINESS-ADDRESS>
<FORMER-COMPANY>
<FORMER-CONFORMED-NAME>ELDER QUARRY INC
<DATE-CHANGED>19920703
</FORMER-COMPANY>
</FILER>
<DOCUMENT>
<TYPE>S-8
<SEQUENCE>1
<FILENAME>forms8.txt
<DESCRIPTION>FORM S-8
<TEXT>
                                 FORM S-8
                          REGISTRATION STATEMENT
                                   UNDER
                         THE SECURITIES ACT OF 1933

                           LANTERN QUARRY, INC.
             (Exact name of registrant as specified in its charter)

                                SIGNATURES

     Pursuant to the requirements of the Securities Act of 1933, the
registrant has duly caused this registration statement to be signed on its
behalf by the undersigned in the City of Springfield, State of Tennessee, on
September 26, 2003.

                                   LANTERN QUARRY, INC.

                                   By: /s/ Orla Fennimore
                                       ----------------------------
                                       Orla Fennimore
                                       President

     Pursuant to the requirements of the Securities Act of 1933, this
registration statement has been signed by the following persons in the
capacities and on the date indicated.

Signature                     Title                         Date

/s/ Orla Fennimore            President and Director        September 26, 2003
--------------------
Orla Fennimore

/s/ Tobias Kettleby           Director                      September 26, 2003
--------------------
Tobias Kettleby
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-5
<SEQUENCE>2
<FILENAME>ex5.txt
<DESCRIPTION>OPINION
<TEXT>
We have acted as counsel to Lantern Quarry, Inc., the registrant.
</TEXT>
</DOCUMENT>
</SUBMISSION>
