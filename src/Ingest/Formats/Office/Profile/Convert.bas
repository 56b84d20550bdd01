' Serves one folder: takes up the file "job" (input URL, output URL, input filter, output filter), converts, and answers in the file "done".
' It ends by itself when the folder is gone or nothing was asked for a while, so that no office outlives the program that started it.

Sub Serve(folder As String, idleSeconds As Long)
  Dim last As Date
  last = Now
  Do While FileExists(folder) And DateDiff("s", last, Now) < idleSeconds
    If FileExists(folder & "/job") Then
      Answer folder
      last = Now
    Else
      Wait 10
    End If
  Loop
  StarDesktop.terminate()
End Sub

Sub Answer(folder As String)
  Dim source As String, target As String, inFilter As String, outFilter As String, result As String
  channel = FreeFile
  Open folder & "/job" For Input As #channel
  Line Input #channel, source
  Line Input #channel, target
  Line Input #channel, inFilter
  Line Input #channel, outFilter
  Close #channel
  Kill folder & "/job"
  result = Converted(source, target, inFilter, outFilter)
  channel = FreeFile
  Open folder & "/done.new" For Output As #channel
  Print #channel, result
  Close #channel
  Name folder & "/done.new" As folder & "/done"
End Sub

Function Converted(source As String, target As String, inFilter As String, outFilter As String) As String
  Dim load(4) As New com.sun.star.beans.PropertyValue
  Dim store(0) As New com.sun.star.beans.PropertyValue
  Dim document As Object
  On Error GoTo Failed
  load(0).Name = "Hidden" : load(0).Value = True
  load(1).Name = "ReadOnly" : load(1).Value = True
  ' Neither macros nor links of the document.
  load(2).Name = "MacroExecutionMode" : load(2).Value = 0
  load(3).Name = "UpdateDocMode" : load(3).Value = 0
  load(4).Name = "FilterName" : load(4).Value = inFilter
  store(0).Name = "FilterName" : store(0).Value = outFilter
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, load())
  If IsNull(document) Then
    Converted = "not loaded"
    Exit Function
  End If
  document.storeToURL(target, store())
  Converted = "ok"
  document.close(True)
  Exit Function
Failed:
  If Converted <> "ok" Then Converted = "failed: " & Error$
  Resume Finish
Finish:
  On Error Resume Next
  If Not IsNull(document) Then document.close(True)
End Function
